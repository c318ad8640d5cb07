import glob
import os
import shutil
import tempfile


# entry: clean
def clean(event, context):
    for name in os.listdir("/tmp"):
        os.remove(os.path.join("/tmp", name))  # expect: temp-directory-sweep error


# entry: clean_pattern
def clean_pattern(event, context):
    for path in glob.glob("/tmp/*.wav"):
        os.unlink(path)  # expect: temp-directory-sweep error


# entry: clean_own
def clean_own(event, context):
    folder = tempfile.mkdtemp()
    try:
        with open(os.path.join(folder, "page.html"), "w") as out:  # safe: below a directory of its own
            out.write(event["page"])
    finally:
        shutil.rmtree(folder)  # fixed: only what this invocation made
