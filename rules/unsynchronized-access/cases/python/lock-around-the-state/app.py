import threading


class Progress:
    def __init__(self):
        self.lock = threading.Lock()
        self.latest = None

    def report(self, record):
        with self.lock:
            self.latest = record["id"]  # safe: written and read under one lock
            return f"done {self.latest}"


def lambda_handler(event, context):
    progress = Progress()
    threads = [threading.Thread(target=progress.report, args=(record,)) for record in event["records"]]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return {"done": len(threads)}
