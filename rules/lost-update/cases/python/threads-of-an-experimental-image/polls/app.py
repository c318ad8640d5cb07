count = 0


def handler(event, context):
    global count
    count += 1  # safe: the mode is the one with a process for each invocation
    return {"poll": event["id"]}
