import os
import sys

TABLE = os.environ.get("TABLE")
if TABLE is None:
    sys.exit("TABLE is not set")  # safe: no invocation runs while the module is imported


def require(event, key):
    if key not in event:
        print(f"no {key}")  # expect: unattributed-log note
        sys.exit(1)  # expect: process-exit error
    return event[key]


def lambda_handler(event, context):
    return {"table": TABLE, "order": require(event, "order")}


# fixed: the runtime answers the caller with the error
def careful_handler(event, context):
    if "order" not in event:
        raise KeyError("order")
    return {"table": TABLE, "order": event["order"]}


def main():
    order = {"order": "1"}
    print(lambda_handler(order, None))
    sys.exit(0)  # safe: only a command line program gets here


if __name__ == "__main__":
    main()
