import os
import tempfile
import zipfile

MODEL = "/tmp/model"
WORDS = "/tmp/words.txt"


def ensure_model():
    if not os.path.exists(MODEL):
        with zipfile.ZipFile("/opt/model.zip") as archive:
            archive.extractall(MODEL)  # expect: temp-path-toctou error
    return MODEL


def ensure_words():
    if not os.path.exists(WORDS):  # safe: the name appears only when the file is complete
        handle, part = tempfile.mkstemp(dir="/tmp")
        with os.fdopen(handle, "w") as out:
            out.write("words")
        os.replace(part, WORDS)  # fixed: renamed into place
    return WORDS
