import os

import boto3

tables = {}
tenant = None
table = None


def current_tenant(event):
    global tenant
    if tenant is None:
        tenant = event["tenant"]  # expect: request-state-leak warning
    return tenant


def orders():
    global table
    if table is None:
        table = boto3.resource("dynamodb").Table(os.environ["ORDERS"])  # safe: the same for every request
    return table


# entry: lambda_handler
def lambda_handler(event, context):
    return orders().get_item(Key={"tenant": current_tenant(event), "id": event["id"]})


# entry: careful
def careful(event, context):
    return orders().get_item(Key={"tenant": event["tenant"], "id": event["id"]})  # fixed: nothing is kept
