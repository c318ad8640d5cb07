import os
import tempfile

TABLES = "/tmp/tables"


def fill(folder):
    for name, text in (("prices", "tea 3\ncoffee 4"), ("taxes", "tea 0.1\ncoffee 0.2")):
        with open(os.path.join(folder, name), "w") as out:  # expect: temp-path-toctou error
            out.write(text)


def ensure():
    if not os.path.isdir(TABLES):
        os.makedirs(TABLES, exist_ok=True)
        fill(TABLES)
    return TABLES


def ensure_whole():
    whole = "/tmp/tables-whole"
    if not os.path.isdir(whole):  # safe: the name appears only when everything is in it
        part = tempfile.mkdtemp(dir="/tmp")
        fill(part)
        try:
            os.rename(part, whole)  # fixed: renamed into place
        except OSError:
            pass
    return whole


def lookup(folder, table, item):
    with open(os.path.join(folder, table)) as file:
        return dict(line.split() for line in file.read().splitlines())[item]
