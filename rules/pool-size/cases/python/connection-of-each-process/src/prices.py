import os

import psycopg2

# fixed: one in each of 16 processes, and six environments at most
connection = psycopg2.connect(host=os.environ["DATABASE_HOST"])


def handler(event, context):
    with connection.cursor() as cursor:
        cursor.execute("select price from prices where sku = %s", (event["sku"],))
        return cursor.fetchone()
