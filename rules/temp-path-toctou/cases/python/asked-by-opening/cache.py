import json
import os
import tempfile


class FileCache:
    """Answers of a slow service, kept for the invocations that come later."""

    def __init__(self, path):
        self.path = path

    def load(self):
        try:
            with open(self.path) as file:
                return json.load(file)
        except FileNotFoundError:
            return None

    def keep(self, answer):
        with open(self.path, "w") as file:  # expect: temp-path-toctou error
            json.dump(answer, file)

    def keep_whole(self, answer):
        with tempfile.NamedTemporaryFile("w", dir="/tmp", delete=False) as part:
            json.dump(answer, part)
        os.replace(part.name, self.path)  # fixed: renamed into place
