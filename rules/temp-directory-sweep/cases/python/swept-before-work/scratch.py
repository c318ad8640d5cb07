import os
import shutil

FOLDER = "/tmp/pages"


def start():
    os.makedirs(FOLDER, exist_ok=True)
    for entry in os.scandir(FOLDER):
        os.remove(entry.path)  # expect: temp-directory-sweep error


def own(request_id):
    folder = os.path.join(FOLDER, request_id)
    os.makedirs(folder, exist_ok=True)
    return folder


def drop(folder):
    shutil.rmtree(folder)  # fixed: only what this invocation made
