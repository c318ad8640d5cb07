votes = 0


def handler(event, context):
    global votes
    votes += event["votes"]  # expect: lost-update error
    return {"choice": event["choice"]}
