import threading

from audit import Audit, store


# entry: lambda_handler
def lambda_handler(event, context):
    writer = threading.Thread(target=store, args=(event["order"],))
    notifier = threading.Thread(target=Audit().note, args=(event["order"],))
    writer.start()
    notifier.start()  # expect: floating-work warning
    writer.join()
    return {"order": event["order"]}


# entry: careful_handler
def careful_handler(event, context):
    threads = [threading.Thread(target=store, args=(line,)) for line in event["lines"]]
    for thread in threads:
        thread.start()  # safe: each of them is joined
    for thread in threads:
        thread.join()
    last = threading.Thread(target=Audit().note, args=(event["order"],))
    last.start()
    last.join()  # fixed: joined before the answer
    return {"order": event["order"]}
