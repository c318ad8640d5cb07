import os
import tempfile


def clean(event, context):
    os.system("echo cleaning; cd /tmp && rm -rf *")  # expect: temp-directory-sweep error


# safe: what is listed is not what is removed.
def look(event, context):
    with tempfile.TemporaryDirectory() as work:
        os.system(f"ls /tmp; rm -rf {work}/parts")


# fixed: only what this invocation has made.
def clean_own(event, context):
    work = tempfile.mkdtemp()
    os.system(f"cd {work} && rm -rf *; rmdir {work}")
