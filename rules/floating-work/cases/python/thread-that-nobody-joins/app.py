# entry: handler
# entry: joined
# entry: pooled
# entry: unpooled
import threading
from concurrent.futures import ThreadPoolExecutor

from notifier import notify, start_notice


def handler(event, context):
    start_notice(event["order"])
    return {"ok": True}


def joined(event, context):
    # fixed: the invocation ends after its thread
    worker = threading.Thread(target=notify, args=(event["order"],))
    worker.start()
    worker.join()
    return {"ok": True}


def pooled(event, context):
    with ThreadPoolExecutor(max_workers=4) as pool:
        for order in event["orders"]:
            pool.submit(notify, order)  # safe: leaving the block waits for all of them
    return {"ok": True}


def unpooled(event, context):
    pool = ThreadPoolExecutor(max_workers=2)
    pool.submit(notify, event["order"])  # expect: floating-work warning
    return {"ok": True}
