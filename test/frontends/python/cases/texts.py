import os
from pathlib import Path

BASE = "/tmp"


def names(event, n):
    a = f"/tmp/{event['id']!r:>{n}}.csv"
    b = "/tmp/%s-%d%%" % (event["id"], n)
    c = "%(a)s" % event
    d = "/tmp/{}/{name}.txt".format(n, name=a)
    e = "{0.x}".format(n)
    g = BASE + "/" + str(n) + '.txt'
    h = "/tmp/" "joined\t" r"\n" f"{n}{{}}"
    i = os.path.join(BASE, a) + b
    j = Path(BASE) / "sub" / a
    k = a[1:3] + b[:-1]
    l = a[0], 1_000, 0x10, 1e3, -2, 3j, 0777, b"bytes", ...
    i += "x"
    return a, b, c, d, e, g, h, i, j, k, l, n / 2
