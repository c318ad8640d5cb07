# entry: handler
# entry: archive
from accounts import orders, open_archive


def handler(event, context):
    return orders.get_item(TableName="orders", Key={"id": {"S": event["id"]}}).get("Item")


def archive(event, context):
    bucket = open_archive()  # fixed: each invocation assumes the role
    return bucket.get_object(Bucket="archive", Key=event["key"])["ContentType"]
