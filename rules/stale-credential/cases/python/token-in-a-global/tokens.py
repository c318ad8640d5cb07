import os
import time

import requests


def fetch():
    answer = requests.post(os.environ["TOKEN_URL"], data={"grant_type": "client_credentials", "client_id": os.environ["CLIENT_ID"]}, timeout=5)
    answer.raise_for_status()
    return answer.json()["access_token"]


class Tokens:
    def __init__(self):
        self.token = None
        self.fetched_at = 0

    def header(self):
        # fixed: it is fetched again before its time is over
        if self.token is None or time.time() - self.fetched_at > 1800:
            self.token = fetch()
            self.fetched_at = time.time()
        return f"Bearer {self.token}"
