import os

import psycopg2

from stock import left

# fixed: one connection for the invocations that the process serves, one after the other
prices = psycopg2.connect(host=os.environ["PRICES_HOST"])


def handler(event, context):
    orders = psycopg2.connect(host=os.environ["ORDERS_HOST"])  # expect: connection-per-invocation warning
    try:
        with orders.cursor() as cursor, prices.cursor() as other:
            cursor.execute("select total from orders where id = %s", (event["order"],))
            other.execute("select price from prices where sku = %s", (event["sku"],))
            return {"total": cursor.fetchone(), "price": other.fetchone(), "left": left(event["sku"])}
    finally:
        orders.close()
