from files import save


def lambda_handler(event, context):
    return {"size": save(event["rows"])}
