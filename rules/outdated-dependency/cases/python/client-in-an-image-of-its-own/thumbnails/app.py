def handler(event, context):
    return {"width": min(event["width"], 200)}
