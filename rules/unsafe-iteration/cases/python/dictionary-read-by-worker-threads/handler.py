from concurrent.futures import ThreadPoolExecutor


def handler(event, context):
    sizes = {}
    lengths = {}

    def measure(name):
        sizes[name] = len(name)
        total = 0
        for size in sizes.values():  # expect: unsafe-iteration error
            total += size
        return total

    def length(name):
        lengths[name] = len(name)  # safe: gone through only when all threads are done
        return name

    with ThreadPoolExecutor() as pool:
        totals = list(pool.map(measure, event["names"]))
        names = list(pool.map(length, event["names"]))
    return [totals, names, [value for value in lengths.values()]]


def fixed(event, context):
    with ThreadPoolExecutor() as pool:
        measured = dict(zip(event["names"], pool.map(len, event["names"])))
    return sum(measured.values())  # fixed: the threads return what they find
