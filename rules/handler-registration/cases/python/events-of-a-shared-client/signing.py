def stamped(user):
    def add_user(request, **kwargs):
        request.headers["x-user"] = user

    return add_user


def unstamped(params, **kwargs):
    params.pop("User", None)
