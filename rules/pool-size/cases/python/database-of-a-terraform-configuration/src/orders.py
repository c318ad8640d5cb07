import os

from sqlalchemy import create_engine, text

# one for each process, whatever it may have
engine = create_engine("postgresql://" + os.environ["DATABASE_HOST"] + "/orders")  # expect: pool-size warning


def handler(event, context):
    with engine.connect() as connection:
        return connection.execute(text("select total from orders where id = :id"), {"id": event["order"]}).scalar()
