from functools import lru_cache

from sqlalchemy import create_engine, text

from totals import total


def engine():
    return create_engine("postgresql+psycopg://db/orders")  # expect: connection-per-invocation warning


@lru_cache
def reports():
    return create_engine("postgresql+psycopg://db/reports")  # safe: what it has returned is kept


def handler(event, context):
    with engine().connect() as connection, reports().connect() as other:
        other.execute(text("insert into looks values (:id)"), {"id": event["order"]})
        prices = connection.execute(text("select price from lines where id = :id"), {"id": event["order"]}).all()
        return total(prices)
