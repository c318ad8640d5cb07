import logging
import os

from tags import QuietTags, Tags

tags = None
quiet = None
logging.getLogger().setLevel(os.environ.get("LOG_LEVEL", "INFO"))  # fixed: once, when the module is loaded


def handler(event, context):
    global tags
    if tags is None:
        tags = Tags(context.invoked_function_arn)
    return {"prefix": tags.prefix}


def quiet_handler(event, context):
    global quiet
    if quiet is None:
        quiet = QuietTags(context.invoked_function_arn)
    return {"prefix": quiet.prefix}
