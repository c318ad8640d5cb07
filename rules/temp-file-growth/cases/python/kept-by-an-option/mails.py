import os
import tempfile


def attach(rows):
    with tempfile.NamedTemporaryFile("w", suffix=".csv", delete=False) as file:  # expect: temp-file-growth note
        file.write(rows)
    return os.path.getsize(file.name)


def attach_and_remove(rows):
    with tempfile.NamedTemporaryFile("w", suffix=".txt", delete=False) as file:  # fixed: removed on every way out
        file.write(rows)
    try:
        return os.path.getsize(file.name)
    finally:
        os.unlink(file.name)
