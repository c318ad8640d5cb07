from functools import lru_cache


@lru_cache(maxsize=None)
def render(template, user):  # misses: shared-cache warning the cache that a decorator keeps around a function is not seen
    return f"{template} for {user}"


@lru_cache(maxsize=128)
def settings(name):  # safe: at most 128 entries
    return {"name": name}


def lambda_handler(event, context):
    return render("welcome", event["user"]) + settings("mail")["name"]
