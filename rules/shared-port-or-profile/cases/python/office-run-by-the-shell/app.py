import os
import shutil
import subprocess
import tempfile

PROFILE = "-env:UserInstallation=file:///tmp/office-profile"


def convert(path, target):
    command = f"/opt/libreoffice/program/soffice {PROFILE} --headless --convert-to pdf --outdir {target} {path}"
    subprocess.run(command, shell=True, check=True)  # expect: shared-port-or-profile error


# entry: handler
def handler(event, context):
    folder = tempfile.mkdtemp()
    try:
        convert(event["path"], folder)
        return os.listdir(folder)
    finally:
        shutil.rmtree(folder)


# entry: apart
def apart(event, context):
    folder = tempfile.mkdtemp()
    try:
        profile = f"-env:UserInstallation=file://{folder}/profile"
        subprocess.run(["soffice", profile, "--headless", "--convert-to", "pdf", event["path"]], check=True)  # fixed: the profile lies in a directory of its own
        return os.listdir(folder)
    finally:
        shutil.rmtree(folder)
