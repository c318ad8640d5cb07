import os

from sqlalchemy import create_engine, text

# fixed: sixteen GiB take more than a connection for each process
engine = create_engine("postgresql://" + os.environ["DATABASE_HOST"] + "/looks")


def handler(event, context):
    with engine.connect() as connection:
        return connection.execute(text("select sku from looks where id = :id"), {"id": event["order"]}).scalar()
