import os

import boto3

sts = boto3.client("sts")


def credentials_of(role):
    answer = sts.assume_role(RoleArn=role, RoleSessionName="shop")
    credentials = answer["Credentials"]
    return {
        "aws_access_key_id": credentials["AccessKeyId"],
        "aws_secret_access_key": credentials["SecretAccessKey"],
        "aws_session_token": credentials["SessionToken"],
    }


orders = boto3.client("dynamodb", **credentials_of(os.environ["ORDERS_ROLE"]))  # expect: stale-credential warning


def open_archive():
    session = boto3.Session(**credentials_of(os.environ["ARCHIVE_ROLE"]))
    return session.client("s3")
