// file: src/app.py
import redis
from boto3 import client
from chalice import Chalice
from shared import names

app = Chalice(app_name="shop")
s3 = client("s3")


def handler(event, context):
    connection = redis.Redis(host="localhost")
    return [connection.get(names.KEY), s3.list_buckets()]

// file: chalice/app.py
VERSION = 1

// file: boto3/build.py
def package():
    return "layer.zip"

// file: redis/start.py
PORT = 6379

// file: shared/names.py
KEY = "orders"
