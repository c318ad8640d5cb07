from concurrent.futures import ThreadPoolExecutor


class Importer:
    def __init__(self):
        self.record = None

    def run(self, record):
        self.record = record  # expect: unsynchronized-access error
        return self.describe()

    def describe(self):
        return f"imported {self.record['id']}"


def lambda_handler(event, context):
    importer = Importer()
    with ThreadPoolExecutor(max_workers=4) as pool:
        return list(pool.map(importer.run, event["records"]))
