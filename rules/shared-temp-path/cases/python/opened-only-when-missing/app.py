import os


def handler(event, context):
    with open("/tmp/job.lock", "x") as lock:  # expect: shared-temp-path warning
        lock.write(event["job"])
    own = f"/tmp/{context.aws_request_id}.json"
    with open(own, "x") as out:  # fixed: named after the invocation
        out.write(event["job"])
    os.remove(own)  # safe: the invocation's own name
    os.remove("/tmp/job.lock")
    return "done"
