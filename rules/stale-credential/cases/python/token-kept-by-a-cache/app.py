# entry: handler
# entry: bounded
import os
from functools import lru_cache

import boto3
import pymysql
from cachetools import TTLCache, cached

rds = boto3.client("rds")


@lru_cache(maxsize=8)  # expect: stale-credential warning
def password(user):
    return rds.generate_db_auth_token(DBHostname=os.environ["DB_HOST"], Port=3306, DBUsername=user)


@cached(TTLCache(maxsize=8, ttl=600))  # fixed: the cache forgets it in time
def fresh_password(user):
    return rds.generate_db_auth_token(DBHostname=os.environ["DB_HOST"], Port=3306, DBUsername=user)


def read(user, key):
    connection = pymysql.connect(host=os.environ["DB_HOST"], user=user, password=key)  # expect: connection-per-invocation warning
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM orders")
            return cursor.fetchone()[0]
    finally:
        connection.close()


def handler(event, context):
    return read("orders", password("orders"))


def bounded(event, context):
    return read("orders", fresh_password("orders"))
