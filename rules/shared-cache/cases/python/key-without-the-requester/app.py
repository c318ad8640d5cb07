from cachetools import TTLCache

pages = TTLCache(maxsize=100, ttl=60)


def render(page, user):
    return f"<h1>{page}</h1> signed in as {user}"


def lambda_handler(event, context):
    page = event["page"]
    if page not in pages:
        pages[page] = render(page, event["user"])  # misses: shared-cache warning a value that depends on the requester under a key that does not
    return pages[page]
