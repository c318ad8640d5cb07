class Session:
    def __init__(self):
        self.errors = []
        self.tenant = None

    def begin(self, tenant):
        self.tenant = tenant  # safe: replaced before anything reads it

    def fail(self, message):
        # misses: request-state-leak warning where invocations follow each other, what one adds for the next is only judged as growth
        self.errors.append(f"{self.tenant}: {message}")  # noise: shared-cache warning stands for the leak
