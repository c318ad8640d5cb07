import sys

from tools import convert


# entry: lambda_handler
def lambda_handler(event, context):
    try:
        return {"file": convert.main(event["arguments"])}
    except Exception as error:
        return {"error": str(error)}


# entry: careful_handler
def careful_handler(event, context):
    try:
        return {"file": convert.guarded(event["arguments"])}
    except SystemExit as stopped:  # fixed: whoever calls a command line catches how it ends
        return {"error": str(stopped)}


# entry: thorough_handler
def thorough_handler(event, context):
    try:
        sys.exit(event["code"])  # safe: caught with everything else
    except BaseException as error:
        return {"error": str(error)}


if __name__ == "__main__":
    sys.exit(convert.main(sys.argv[1:]))  # safe: not the function
