import json
import os

from sqlalchemy import create_engine, text
from sqlalchemy.pool import NullPool

engine = create_engine("postgresql://" + os.environ["HOST"] + "/orders")  # expect: pool-size warning
# fixed: two dozen of its own, and ten more when they are needed
reports = create_engine("postgresql://db/reports", pool_size=24)
# safe: whoever asks gets a connection of their own
alone = create_engine("postgresql://db/looks", poolclass=NullPool)
# safe: nobody knows what the options say
options = create_engine("postgresql://db/stock", **json.loads(os.environ["OPTIONS"]))


def handler(event, context):
    with engine.connect() as connection, reports.connect() as report, alone.connect() as look, options.connect() as stock:
        for other in (report, look, stock):
            other.execute(text("select 1"))
        return connection.execute(text("select total from orders where id = :id"), {"id": event["order"]}).scalar()
