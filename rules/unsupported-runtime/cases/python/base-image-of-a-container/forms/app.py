def handler(event, context):
    return {"forms": event["name"]}
