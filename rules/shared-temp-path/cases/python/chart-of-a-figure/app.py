import io
import os
import tempfile

import boto3
import matplotlib.pyplot as plt

from charts import bar_chart, line_chart

s3 = boto3.client("s3")
CHART = "/tmp/chart.png"


# One name for the chart of every customer.
def draw(event, context):
    line_chart(CHART, event["points"])
    s3.upload_file(CHART, "charts", event["customer"])


# fixed: the directory is this invocation's own.
def draw_apart(event, context):
    with tempfile.TemporaryDirectory() as directory:
        path = os.path.join(directory, "chart.png")
        bar_chart(path, event["counts"])
        s3.upload_file(path, "charts", event["customer"])


# safe: the chart is drawn into memory.
def draw_in_memory(event, context):
    figure, axes = plt.subplots()
    axes.plot(event["points"])
    buffer = io.BytesIO()
    figure.savefig(buffer, format="png")
    s3.put_object(Bucket="charts", Key=event["customer"], Body=buffer.getvalue())
