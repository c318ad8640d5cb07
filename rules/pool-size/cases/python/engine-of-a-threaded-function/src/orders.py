from sqlalchemy import create_engine, text

engine = create_engine("postgresql://db/orders", pool_size=2, max_overflow=0)  # expect: pool-size warning
# fixed: two of its own, and ten more when they are needed
reports = create_engine("postgresql://db/reports", pool_size=2)


def handler(event, context):
    with engine.connect() as connection, reports.connect() as other:
        other.execute(text("insert into looks values (:id)"), {"id": event["order"]})
        return connection.execute(text("select total from orders where id = :id"), {"id": event["order"]}).scalar()
