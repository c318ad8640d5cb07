class Reader:
    def __init__(self, session):
        self.session = session
        self.seen = {}

    def read(self, url):
        response = self.session.get(url, timeout=5)  # expect: unsafe-shared-object error
        self.seen[url] = response.status_code  # safe: each thread has a key of its own
