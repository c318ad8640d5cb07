import os

import h5py
from gtts import gTTS

from letters import Letters, read_aloud


# entry: write_letter
def write_letter(event, context):
    Letters("letter.docx").write(event["customer"], "/tmp/letter.docx")
    with open("/tmp/letter.docx", "rb") as file:
        return len(file.read())


# entry: speak
def speak(event, context):
    gTTS(text=event["text"], lang="en").save("/tmp/speech.mp3")  # expect: shared-temp-path error
    with open("/tmp/speech.mp3", "rb") as file:
        return len(file.read())


# entry: speak_in_memory
def speak_in_memory(event, context):
    return len(read_aloud(event["text"]))


# entry: measure_fixed
def measure_fixed(event, context):
    path = f"/tmp/{context.aws_request_id}.h5"
    with h5py.File(path, "w") as file:  # fixed: named after the request
        file["values"] = event["values"]
    size = os.path.getsize(path)
    os.remove(path)
    return size
