from concurrent.futures import ThreadPoolExecutor

import boto3

table = boto3.resource("dynamodb").Table("orders")
prices = boto3.client("dynamodb")


def save(order):
    table.put_item(Item=order)  # expect: unsafe-shared-object error
    prices.get_item(TableName="prices", Key={"sku": {"S": order["sku"]}})  # safe: clients are made for several threads
    return order["id"]


def count(event):
    return table.item_count  # safe: the invocation's own thread, before others start


def handler(event, context):
    before = count(event)
    with ThreadPoolExecutor() as pool:
        saved = list(pool.map(save, event["orders"]))
    return {"before": before, "saved": saved}
