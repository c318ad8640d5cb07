# entry: handler
# entry: fresh
import boto3

sts = boto3.client("sts")
clients = {}


def client_of(role):
    credentials = sts.assume_role(RoleArn=role, RoleSessionName="audit")["Credentials"]
    return boto3.client(
        "ec2",
        aws_access_key_id=credentials["AccessKeyId"],
        aws_secret_access_key=credentials["SecretAccessKey"],
        aws_session_token=credentials["SessionToken"],
    )


def handler(event, context):
    role = event["role"]
    if role not in clients:
        # expect: shared-cache warning
        clients[role] = client_of(role)  # expect: stale-credential warning
    return len(clients[role].describe_regions()["Regions"])


def fresh(event, context):
    return len(client_of(event["role"]).describe_regions()["Regions"])  # safe: made for the invocation
