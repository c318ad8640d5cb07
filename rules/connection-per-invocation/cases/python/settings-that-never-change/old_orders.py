import psycopg2

kept = None


def handler(event, context):
    global kept
    if kept is None:
        kept = psycopg2.connect("postgresql://db/orders")  # safe: kept for the invocations that follow
    with kept.cursor() as cursor:
        cursor.execute("select total from old_orders where id = %s", (event["id"],))
        return cursor.fetchone()[0]
