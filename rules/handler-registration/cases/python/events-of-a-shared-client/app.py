import boto3

from signing import stamped, unstamped

documents = boto3.client("s3")
documents.meta.events.register("before-parameter-build.s3", unstamped)  # safe: once, when the module is loaded


# entry: lambda_handler
def lambda_handler(event, context):
    documents.meta.events.register("before-sign.s3", stamped(event["user"]))  # expect: handler-registration warning
    documents.put_object(Bucket="documents", Key=event["key"], Body=event["body"])
    return {"key": event["key"]}


# entry: careful_handler
def careful_handler(event, context):
    archive = boto3.client("s3")
    archive.meta.events.register("before-sign.s3", stamped(event["user"]))  # fixed: a client of this invocation
    archive.put_object(Bucket="archive", Key=event["key"], Body=event["body"])
    return {"key": event["key"]}
