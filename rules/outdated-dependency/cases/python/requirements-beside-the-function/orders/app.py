from receipts import receipt_of


def handler(event, context):
    return receipt_of(event["order"])
