_remember = None


def make_memory():
    seen = []

    def remember(name):
        seen.append(name)  # expect: shared-cache warning
        return len(seen)

    return remember


def make_collector():
    mine = []

    def collect(name):
        mine.append(name)  # safe: every invocation makes a collector of its own
        return len(mine)

    return collect


def lambda_handler(event, context):
    global _remember
    if _remember is None:
        _remember = make_memory()
    return _remember(event["name"]) + make_collector()(event["name"])
