class Session:
    def __init__(self):
        self.errors = []
        self.tenant = None

    def begin(self, tenant):
        self.tenant = tenant  # safe: replaced before anything reads it

    def fail(self, message):
        self.errors.append(f"{self.tenant}: {message}")  # expect: request-state-leak warning
