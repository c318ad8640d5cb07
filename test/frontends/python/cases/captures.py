import functools
import time

CACHE = {}


def counter(start):
    count = start

    def add(step=1):
        nonlocal count
        count += step
        return lambda: count

    return add


def timed(fn):
    @functools.wraps(fn)
    def wrapper(*args, **kwargs):
        begin = time.time()
        return fn(*args, **kwargs), begin
    return wrapper


@timed
def load(key, cache={}, limit=10, at=time.time()):
    global CACHE
    if key not in cache:
        cache[key] = limit
    CACHE = cache
    return cache[key]


@functools.lru_cache(maxsize=None)
def kept(key):
    return load(key, limit=3)


def handler(event, context):
    handler.calls += 1
    squares = [count for count in event if count]
    return counter(len(squares))(2), kept(event["id"]), map(load, squares)
