import os

from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine, text

engine = create_engine(os.environ["ORDERS_URL"], pool_size=1)  # safe: it connects when it is used

command.upgrade(Config("alembic.ini"), "head")  # expect: init-side-effect note


# entry: handler
def handler(event, context):
    with engine.connect() as connection:
        return connection.execute(text("select total from orders where id = :id"), {"id": event["order"]}).scalar()
