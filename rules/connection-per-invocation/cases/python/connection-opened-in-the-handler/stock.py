import os

import pymysql

connection = pymysql.connect(host=os.environ["STOCK_HOST"])


def left(sku):
    global connection
    try:
        connection.ping(reconnect=False)
    except pymysql.err.Error:
        connection = pymysql.connect(host=os.environ["STOCK_HOST"])  # safe: only when the one that is kept was lost
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from stock where sku = %s", (sku,))
        return cursor.fetchone()
