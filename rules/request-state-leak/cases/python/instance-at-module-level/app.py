from session import Session

session = Session()


def lambda_handler(event, context):
    session.begin(event["tenant"])
    if "order" not in event:
        session.fail("no order")
    return {"errors": session.errors}
