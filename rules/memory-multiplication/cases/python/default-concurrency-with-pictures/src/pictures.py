import io

import boto3
from PIL import Image

s3 = boto3.client("s3")


def handler(event, context):
    picture = s3.get_object(Bucket=event["bucket"], Key=event["key"])["Body"].read()
    small = Image.open(io.BytesIO(picture)).resize((320, 240))
    target = io.BytesIO()
    small.save(target, "JPEG")
    s3.put_object(Bucket=event["bucket"], Key=event["key"] + ".small", Body=target.getvalue())
