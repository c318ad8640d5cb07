import atexit

DONE = []


def lambda_handler(event, context):
    # noise: unattributed-log note it is printed when the process ends, for no request
    atexit.register(lambda: print("unfinished", event["export"]))  # expect: handler-registration warning
    return {"export": event["export"]}


atexit.register(DONE.clear)  # safe: once, when the module is loaded


# fixed: the invocation cleans up behind itself
def careful_handler(event, context):
    try:
        return {"export": event["export"]}
    finally:
        print("finished", event["export"])
