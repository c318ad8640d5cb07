import threading


class Stock:
    def __init__(self, left):
        self.lock = threading.Lock()
        self.left = left
        self.sold = 0
        self.returned = 0

    def take(self, item):
        with self.lock:
            left = self.left
        self.left = left - item["count"]  # expect: inconsistent-lock error
        with self.lock:
            self.sold += item["count"]  # fixed: read and written under one lock
            self.note_return(item)

    def note_return(self, item):
        self.returned += item.get("returned", 0)  # safe: the caller holds the lock
