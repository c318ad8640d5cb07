import threading
import time

import boto3

cloudwatch = boto3.client("cloudwatch")
counts = {}


def count(name):
    counts[name] = counts.get(name, 0) + 1


def flush():
    for name, value in list(counts.items()):
        cloudwatch.put_metric_data(Namespace="shop", MetricData=[{"MetricName": name, "Value": value}])


def flush_for_ever():
    while True:
        time.sleep(15)  # expect: background-timer note
        flush()


threading.Thread(target=flush_for_ever, daemon=True).start()
