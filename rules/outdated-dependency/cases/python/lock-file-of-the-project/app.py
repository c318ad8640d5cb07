from aws_lambda_powertools.utilities.validation import validate

ORDER = {"type": "object", "required": ["order"]}


def handler(event, context):
    validate(event=event, schema=ORDER)
    return {"order": event["order"]}
