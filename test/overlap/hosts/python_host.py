"""Runs one handler in a process of its own, and stops it before every operation on a file below the sandbox until it is let go on.

Arguments: folder of the code, module, function, sandbox, name of the actor, and its event as JSON.
"""
import importlib
import json
import os
import sys
from types import SimpleNamespace

folder, module, function, sandbox, actor, event = sys.argv[1:]
OPERATIONS = {"open", "os.listdir", "os.scandir", "os.mkdir", "os.remove", "os.rmdir", "os.rename", "shutil.rmtree"}


def say(text):
    os.write(1, f"{actor} {text}\n".encode())


def gate():
    say("gate")
    os.read(0, len(actor) + 1)


def hook(name, args):
    if name in OPERATIONS and args and isinstance(args[0], str) and args[0].startswith(sandbox):
        gate()


sys.path.insert(0, folder)
handler = getattr(importlib.import_module(module), function)
sys.addaudithook(hook)
gate()
try:
    answer = handler(json.loads(event), SimpleNamespace(aws_request_id=f"request-{actor}"))
    say(f"done {json.dumps(answer)}")
except Exception as error:
    say(f"failed {json.dumps(repr(error))}")
