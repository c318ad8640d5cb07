# entry: handler
# entry: timed
import os

import requests

from tokens import Tokens, fetch

token = None
tokens = Tokens()


def handler(event, context):
    global token
    if token is None:
        token = fetch()  # expect: stale-credential warning
    answer = requests.get(f"{os.environ['API']}/orders/{event['id']}", headers={"Authorization": "Bearer " + token}, timeout=5)
    return answer.json()


def timed(event, context):
    answer = requests.get(f"{os.environ['API']}/orders/{event['id']}", headers={"Authorization": tokens.header()}, timeout=5)
    return answer.json()
