import threading
from concurrent.futures import ThreadPoolExecutor

import boto3
import requests

local = threading.local()


def session():
    if not hasattr(local, "session"):
        local.session = requests.Session()
    return local.session


def fetch(url):
    return session().get(url, timeout=5).status_code  # fixed: every thread has a session of its own


def instances(region):
    ec2 = boto3.Session(region_name=region).client("ec2")  # fixed: made by the task that uses it
    return len(ec2.describe_instances()["Reservations"])


def handler(event, context):
    with ThreadPoolExecutor() as pool:
        pages = list(pool.map(fetch, event["urls"]))
        return {"pages": pages, "instances": list(pool.map(instances, event["regions"]))}
