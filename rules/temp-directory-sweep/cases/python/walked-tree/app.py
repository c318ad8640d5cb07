import os
import subprocess
import tempfile


def shred_everything(folder):
    for root, folders, files in os.walk(folder, topdown=False):
        for name in files:
            subprocess.check_call(['shred', '--remove', os.path.join(root, name)])  # expect: temp-directory-sweep error
        for name in folders:
            os.rmdir(os.path.join(root, name))  # safe: reported once for the walk, at the files


def handler(event, context):
    shred_everything(tempfile.gettempdir())
    return {'done': True}


def count(event, context):
    total = 0
    for root, _, files in os.walk('/opt/model'):
        total += len([os.path.join(root, name) for name in files])  # safe: nothing is deleted, and not below a temporary folder
    return total


def tidy(event, context):
    with tempfile.TemporaryDirectory() as folder:
        for root, _, files in os.walk(folder):
            for name in files:
                os.remove(os.path.join(root, name))  # fixed: a folder of the invocation
