import logging

from levels import debug_on, level_for

logging.getLogger().setLevel(logging.INFO)  # safe: when the module is imported


# entry: handler
def handler(event, context):
    if event.get("debug"):
        debug_on()
    logging.info("order %s", event["order"])
    return {"order": event["order"]}


# entry: fixed_handler
def fixed_handler(event, context):
    logging.log(level_for(event), "order %s", event["order"])  # fixed: the level goes with the message
    return {"order": event["order"]}


# entry: handler_without_choice
def handler_without_choice(event, context):
    logging.getLogger().setLevel(logging.INFO)  # expect: process-global-mutation note
    logging.getLogger("orders").setLevel(logging.DEBUG)  # safe: one logger of many, always the same level
    return {"order": event["order"]}
