def handler(event, context):
    return {"label": event["name"].title()}
