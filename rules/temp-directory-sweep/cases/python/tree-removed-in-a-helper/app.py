from workspace import reset

WORK = "/tmp/work"


def lambda_handler(event, context):
    reset(WORK)
    with open(f"{WORK}/{context.aws_request_id}.json", "w") as out:
        out.write(event["body"])
    return "done"
