import os

import plots


def handler(event, context):
    return plots.draw(event["points"])
