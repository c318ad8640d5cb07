import boto3

orders = boto3.client("dynamodb")


def handler(event, context):
    return orders.get_item(TableName="orders", Key={"id": {"S": event["order"]}})["Item"]
