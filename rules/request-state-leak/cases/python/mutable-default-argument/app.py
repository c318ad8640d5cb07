from report import add_line, add_line_fixed


# entry: lambda_handler
def lambda_handler(event, context):
    return {"lines": add_line(event["customer"])}


# entry: handler_fixed
def handler_fixed(event, context):
    return {"lines": add_line_fixed(event["customer"])}
