import os

import boto3
from opensearchpy import OpenSearch

client = boto3.client("sts")
# one call, whichever of the two clients it is made on
account = client.get_caller_identity()["Account"]  # expect: init-side-effect note
client = OpenSearch(hosts=[os.environ["ENDPOINT"]])


def handler(event, context):
    return client.search(index=account, body=event["query"])
