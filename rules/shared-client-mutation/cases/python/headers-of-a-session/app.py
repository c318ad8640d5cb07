import requests

session = requests.Session()
session.headers["x-service"] = "billing"  # safe: when the process starts


def handler(event, context):
    session.headers["x-request-source"] = "lambda"  # safe: the same for all
    if "impersonate" in event:
        session.headers["x-user"] = event["impersonate"]  # expect: shared-client-mutation note
    invoice = session.get("https://billing.example.com/invoice")
    own = requests.Session()
    own.headers.update({"x-user": event["user"]})  # safe: a session of this invocation
    history = own.get("https://billing.example.com/history", headers={"x-tenant": event["tenant"]})  # fixed: headers of this one request
    return {"invoice": invoice.json(), "history": history.json()}
