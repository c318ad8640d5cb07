import threading

failed = 0
lock = threading.Lock()
sent = 0


def send(order):
    global failed, sent
    if not order.get("address"):
        failed = failed + 1  # expect: lost-update error
        return
    with lock:
        sent += 1  # fixed: one lock around reading and writing


def handler(event, context):
    threads = [threading.Thread(target=send, args=(order,)) for order in event["orders"]]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return {"all": len(event["orders"])}
