import os
import tempfile
import uuid
from pathlib import Path


# entry: in_directory
def in_directory(event, context):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.csv"
        path.write_text(event["rows"])  # safe: a constant name in a directory of its own
        return path.stat().st_size


# entry: by_uuid
def by_uuid(event, context):
    path = f"/tmp/{uuid.uuid4()}.csv"
    with open(path, "w") as out:  # fixed: a name that no other invocation has
        out.write(event["rows"])
    os.remove(path)


# entry: by_process
def by_process(event, context):
    with open("/tmp/report-%d.csv" % os.getpid(), "w") as out:  # safe: invocations that overlap run in different processes
        out.write(event["rows"])
