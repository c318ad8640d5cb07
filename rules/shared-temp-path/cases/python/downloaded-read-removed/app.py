import os

import boto3

s3 = boto3.client("s3")


# entry: handler
def handler(event, context):
    s3.download_file("models", "entities.csv", "/tmp/entities.csv")  # expect: shared-temp-path error
    with open("/tmp/entities.csv") as file:
        rows = file.readlines()
    os.remove("/tmp/entities.csv")
    return len(rows)


# entry: keeps_it
def keeps_it(event, context):
    s3.download_file("models", "labels.csv", "/tmp/labels.csv")  # expect: shared-temp-path note
    with open("/tmp/labels.csv") as file:
        return len(file.readlines())  # safe: always the same object, put in place whole, and never removed


# entry: fixed
def fixed(event, context):
    name = f"/tmp/{context.aws_request_id}.csv"  # fixed: a name of the invocation's own
    s3.download_file("models", "entities.csv", name)
    os.remove(name)
    return name
