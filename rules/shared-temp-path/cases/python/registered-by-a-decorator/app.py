import json

from aws_lambda_powertools.event_handler import APIGatewayRestResolver
from crhelper import CfnResource

app = APIGatewayRestResolver()
helper = CfnResource()


@app.post("/reports")
def save_report():
    with open("/tmp/report.json", "w") as out:  # expect: shared-temp-path error
        json.dump(app.current_event.json_body, out)


@helper.create
def create(event, context):
    with open("/tmp/state.json", "w") as out:  # expect: shared-temp-path error
        json.dump(event["ResourceProperties"], out)


def unused():
    with open("/tmp/unused.json", "w") as out:  # safe: nothing registers it
        out.write("{}")


def lambda_handler(event, context):
    if "ResourceProperties" in event:
        return helper(event, context)
    return app.resolve(event, context)
