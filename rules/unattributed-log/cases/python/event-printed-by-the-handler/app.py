import json
import logging

logger = logging.getLogger()
print("cold start")  # safe: no request is served yet


# entry: lambda_handler
def lambda_handler(event, context):
    print("event", json.dumps(event))  # expect: unattributed-log note
    total = sum(line["price"] for line in event["lines"])
    print("total", total)
    return {"total": total}


# entry: careful_handler
def careful_handler(event, context):
    logger.info("event %s", json.dumps(event))  # fixed: the handler of the root logger adds the id of the request
    total = sum(line["price"] for line in event["lines"])
    print(json.dumps({"request": context.aws_request_id, "total": total}))  # safe: the line says whose it is
    return {"total": total}
