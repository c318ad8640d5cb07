def _returned(event, context):
    return {"order": event["order"]}


globals()["lambda_handler"] = _returned
