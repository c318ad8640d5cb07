import os

WORK = os.environ.get("WORK_DIR", "/tmp")


def save(rows, name="report.csv"):
    path = os.path.join(WORK, name)
    with open(path, "w") as out:  # expect: shared-temp-path error
        out.write("\n".join(rows))
    return os.path.getsize(path)
