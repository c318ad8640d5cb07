import os
import signal
import subprocess


# entry: lambda_handler
def lambda_handler(event, context):
    if event.get("memory", 0) > 900:
        os.kill(os.getpid(), signal.SIGTERM)  # expect: process-exit error
    return {"ok": True}


# entry: render_handler
def render_handler(event, context):
    child = subprocess.Popen(["/opt/render", event["page"]])
    try:
        child.wait(timeout=10)
    except subprocess.TimeoutExpired:
        os.kill(child.pid, signal.SIGKILL)  # safe: the child's process
    return {"code": child.returncode}


# entry: careful_handler
def careful_handler(event, context):
    if event.get("memory", 0) > 900:
        raise MemoryError("too large")  # fixed: this invocation fails, and nobody else
    return {"ok": True}
