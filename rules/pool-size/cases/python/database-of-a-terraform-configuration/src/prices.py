import os

from sqlalchemy import create_engine, text

# safe: a proxy keeps the connections to the database
engine = create_engine("postgresql://" + os.environ["DATABASE_HOST"] + "/prices")


def handler(event, context):
    with engine.connect() as connection:
        return connection.execute(text("select price from prices where id = :id"), {"id": event["order"]}).scalar()
