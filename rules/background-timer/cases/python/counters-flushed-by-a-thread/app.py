# entry: handler
from metrics import count


def handler(event, context):
    count("orders")
    return {"id": event["id"]}
