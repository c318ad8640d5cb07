# entry: handler
import threading
import time

import boto3

cloudwatch = boto3.client("cloudwatch")


def warm_up():
    for _ in range(3):
        cloudwatch.list_metrics(Namespace="shop")


worker = threading.Thread(target=warm_up)
worker.start()
worker.join()


def handler(event, context):
    counts = {"orders": len(event["orders"])}
    time.sleep(0.1)  # safe: the invocation waits
    # fixed: what it has counted is sent before it answers
    cloudwatch.put_metric_data(Namespace="shop", MetricData=[{"MetricName": name, "Value": value} for name, value in counts.items()])
    return counts
