import logging


def debug_on():
    logging.getLogger().setLevel(logging.DEBUG)  # expect: process-global-mutation warning


def level_for(event):
    return logging.WARNING if event.get("debug") else logging.DEBUG
