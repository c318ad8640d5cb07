import os

from scratch import FOLDER, drop, own, start


def render(path, title):
    with open(path, "w") as out:  # safe: named after the request
        out.write(f"<h1>{title}</h1>")
    with open(path) as file:
        return file.read()


# entry: handler
def handler(event, context):
    start()
    return render(os.path.join(FOLDER, f"{context.aws_request_id}.html"), event["title"])


# entry: careful
def careful(event, context):
    folder = own(context.aws_request_id)
    try:
        return render(os.path.join(folder, "page.html"), event["title"])
    finally:
        drop(folder)
