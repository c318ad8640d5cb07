import os

import boto3
from botocore.exceptions import ClientError

s3 = boto3.client("s3")
tables = boto3.resource("dynamodb")
BUCKET = os.environ["BUCKET"]
labels = tables.Table(os.environ["LABELS"])  # safe: a name for a table, which nobody asks


def prepare():
    try:
        s3.head_bucket(Bucket=BUCKET)
    except ClientError:
        s3.create_bucket(Bucket=BUCKET)  # expect: init-side-effect note


prepare()


def handler(event, context):
    # safe: an invocation writes what it was asked to
    s3.put_object(Bucket=BUCKET, Key=event["key"], Body=event["text"])
    return labels.get_item(Key={"id": event["key"]})["Item"]
