import os
import tempfile

from report import write_report


def handler(event, context):
    folder = tempfile.mkdtemp(prefix="report-")
    write_report(folder, event["rows"])
    with tempfile.TemporaryDirectory() as scratch:
        with open(os.path.join(scratch, "check.txt"), "w") as check:  # safe: the directory goes with the block
            check.write(str(len(event["rows"])))
    return folder
