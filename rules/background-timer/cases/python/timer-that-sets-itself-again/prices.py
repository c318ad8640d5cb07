import json
import threading
import urllib.request


class Prices:
    def __init__(self, url):
        self.url = url
        self.table = {}

    def refresh(self):
        with urllib.request.urlopen(self.url) as response:  # expect: init-side-effect note
            self.table = json.load(response)
        timer = threading.Timer(300, self.refresh)  # expect: background-timer note
        timer.daemon = True
        timer.start()

    def of(self, sku):
        return self.table.get(sku)
