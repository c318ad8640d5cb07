import threading

lock = threading.Lock()


def loops(items, pairs):
    for item in items:
        if item is None:
            continue
        elif not item:
            break
    else:
        print("none")
    for (a, b), *rest in pairs:
        print(a, b, rest)
    while (n := next(items)) and n > 0:
        n -= 1
    while True:
        if 0 < n <= 10:
            return n
        break


def handling(path):
    try:
        data = open(path)
    except (OSError, ValueError) as error:
        raise RuntimeError("failed") from error
    except KeyError:
        raise
    else:
        print(data)
    finally:
        print("done")


def managed():
    with lock, open("/tmp/x", "w") as file:
        file.write("x")
    with (open("a") as a, open("b")):
        return a


def matching(command):
    match command:
        case "stop" | "end":
            return 0
        case {"kind": "move", "by": by, **rest} if by:
            return by, rest
        case Point(x=0, y=y) | [_, y, *_]:
            return y
        case None:
            return 1
        case str() as text:
            return text
        case other:
            return other


def others(d, key):
    assert key in d, "missing"
    assert key not in ("a", "b")
    del d[key], d.field, key
    x, y = d["x"], d["y"]
    x, y = y, x
    return x if x != y else y or d


if __name__ == "__main__":
    managed()
