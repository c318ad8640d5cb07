import logging

from logs import access_log, audit_log

errors = logging.getLogger("errors")
errors.addHandler(logging.StreamHandler())  # safe: once, when the module is loaded


def lambda_handler(event, context):
    audit_log().info("order %s", event["order"])
    return {"order": event["order"]}


def careful_handler(event, context):
    access_log().info("order %s", event["order"])
    return {"order": event["order"]}
