import io

from docxtpl import DocxTemplate
from gtts import gTTS


class Letters:
    def __init__(self, template):
        self.template = template

    def write(self, customer, path):
        letter = DocxTemplate(self.template)
        letter.render({"customer": customer})
        letter.save(path)  # expect: shared-temp-path error


def read_aloud(text):
    buffer = io.BytesIO()
    gTTS(text=text, lang="en").write_to_fp(buffer)  # safe: kept in memory
    return buffer.getvalue()
