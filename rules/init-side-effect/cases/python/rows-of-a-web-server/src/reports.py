import os

import requests

rates = requests.get(os.environ["RATES_URL"], timeout=5).json()  # expect: init-side-effect note


def handler(event, context):
    return {"rate": rates.get(event["currency"])}
