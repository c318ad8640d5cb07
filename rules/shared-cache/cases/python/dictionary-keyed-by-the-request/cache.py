from cachetools import LRUCache

profiles = {}
bounded = LRUCache(maxsize=256)
countries = {"DE": "Germany"}


def remember(user, profile):
    profiles[user] = profile  # expect: shared-cache warning
    bounded[user] = profile  # fixed: the least recently used entries go
    return countries.get("DE")  # safe: a table that is only read
