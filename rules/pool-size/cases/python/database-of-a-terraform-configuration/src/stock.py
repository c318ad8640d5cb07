import os

import psycopg2

connection = psycopg2.connect(host=os.environ["DATABASE_HOST"])  # expect: pool-size warning


def handler(event, context):
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from stock where sku = %s", (event["sku"],))
        return cursor.fetchone()[0]
