import requests

URL = "https://search.example.com"


def page_names():
    return requests.get(f"{URL}/pages", timeout=5).json()["names"]


def states(tier, found={}):
    for shard in requests.get(f"{URL}/shards/{tier}", timeout=5).json():
        found[shard["name"]] = shard["state"]  # expect: request-state-leak warning
    return found


def fresh_states(tier, found=None):
    found = {} if found is None else found
    for shard in requests.get(f"{URL}/shards/{tier}", timeout=5).json():
        found[shard["name"]] = shard["state"]  # safe: made anew by each call that is given none
    return found


def tax(country, known={}):
    if country not in known:
        known[country] = requests.get(f"{URL}/tax/{country}", timeout=5).json()  # safe: each country's own, and nobody goes through all of them
    return known[country]
