import boto3
import pandas

s3 = boto3.client("s3")


def handler(event, context):
    sales = pandas.read_csv(s3.get_object(Bucket="sales", Key=event["year"])["Body"])
    return sales.groupby("product").amount.sum().to_dict()
