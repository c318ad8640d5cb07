FORMATS = ("csv", "json")


def main(arguments):
    if len(arguments) != 2:
        raise SystemExit("usage: convert NAME FORMAT")  # expect: process-exit error
    name, target = arguments
    if target not in FORMATS:
        raise SystemExit  # expect: process-exit error
    return f"{name}.{target}"


def guarded(arguments):
    if len(arguments) != 2:
        raise SystemExit("usage: convert NAME FORMAT")  # safe: the handler catches it
    return ".".join(arguments)
