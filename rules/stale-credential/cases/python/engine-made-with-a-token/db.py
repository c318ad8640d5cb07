import os
from urllib.parse import quote_plus

import boto3
from sqlalchemy import create_engine

rds = boto3.client("rds")


def token():
    return rds.generate_db_auth_token(DBHostname=os.environ["DB_HOST"], Port=3306, DBUsername="orders")


def url(password):
    return f"mysql+pymysql://orders:{quote_plus(password)}@{os.environ['DB_HOST']}/shop"


engine = create_engine(url(token()), pool_recycle=600)  # expect: stale-credential warning
