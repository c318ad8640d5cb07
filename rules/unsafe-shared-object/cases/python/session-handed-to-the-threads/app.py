import threading

import requests

from pages import Reader


def handler(event, context):
    reader = Reader(requests.Session())
    threads = []
    for url in event["urls"]:
        thread = threading.Thread(target=reader.read, args=(url,))
        thread.start()
        threads.append(thread)
    for thread in threads:
        thread.join()
    return reader.seen
