import threading
from concurrent.futures import ThreadPoolExecutor

from stock import Stock


def handler(event, context):
    stock = Stock(event["stock"])
    with ThreadPoolExecutor() as pool:
        for item in event["items"]:
            pool.submit(stock.take, item)
    return stock.left
