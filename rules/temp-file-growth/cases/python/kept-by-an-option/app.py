import tempfile

from mails import attach, attach_and_remove


def handler(event, context):
    with tempfile.NamedTemporaryFile("w") as check:  # safe: goes when it is closed
        check.write(event["rows"])
    return attach(event["rows"]) + attach_and_remove(event["rows"])
