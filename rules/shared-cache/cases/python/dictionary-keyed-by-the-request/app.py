from cache import remember


def lambda_handler(event, context):
    return remember(event["user"], {"name": event["user"].title()})
