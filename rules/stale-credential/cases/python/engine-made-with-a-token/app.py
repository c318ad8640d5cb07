# entry: handler
# entry: reports
import os

import psycopg2
from sqlalchemy import text

from db import engine, rds

session = None


def handler(event, context):
    with engine.connect() as connection:
        return connection.execute(text("SELECT total FROM orders WHERE id = :id"), {"id": event["id"]}).scalar()


def reports(event, context):
    global session
    if session is None:
        password = rds.generate_db_auth_token(DBHostname=os.environ["REPORTS_HOST"], Port=5432, DBUsername="reports")
        session = psycopg2.connect(host=os.environ["REPORTS_HOST"], user="reports", password=password)  # safe: the token opens it, and is not needed any more
    with session.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM reports")
        return cursor.fetchone()[0]
