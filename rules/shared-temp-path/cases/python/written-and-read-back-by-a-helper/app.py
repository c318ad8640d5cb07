import os
import tempfile

from totals import total_of


# entry: handler
def handler(event, context):
    return {"customer": event["customer"], "total": total_of(event["orders"])}


# entry: careful
def careful(event, context):
    with tempfile.TemporaryDirectory() as folder:  # fixed: a folder of the invocation
        total = total_of(event["orders"], os.path.join(folder, "orders.json"))
    return {"customer": event["customer"], "total": total}
