import boto3

table = boto3.resource("dynamodb").Table("orders")
failures = {}
prices = {}


def collect(key, value, found={}):
    found[key] = value  # expect: request-state-leak warning
    return found


# entry: handler
def handler(event, context):
    return collect(event["id"], event["total"])


# entry: report
def report(event, context):
    for record in event["records"]:
        if "id" not in record:
            failures[record["name"]] = "no id"  # expect: request-state-leak warning
    return {"failures": failures}


# entry: price
def price(event, context):
    article = event["article"]
    if article not in prices:
        prices[article] = table.get_item(Key={"id": article})["Item"]  # expect: shared-cache warning
    return prices[article]


def collect_fixed(key, value, found=None):
    found = {} if found is None else found  # fixed: a new one for each call
    found[key] = value  # safe: nobody else has it
    return found


# entry: handler_fixed
def handler_fixed(event, context):
    return collect_fixed(event["id"], event["total"])
