import os

import boto3

s3 = boto3.client("s3")


# entry: whole_key
def whole_key(event, context):
    key = event["Records"][0]["s3"]["object"]["key"]
    s3.download_file("photos", key, "/tmp/" + key)  # expect: shared-temp-path warning
    return os.path.getsize("/tmp/" + key)


# entry: base_name
def base_name(event, context):
    key = event["Records"][0]["s3"]["object"]["key"]
    local = "/tmp/{}".format(os.path.basename(key))
    s3.download_file("photos", key, local)  # expect: shared-temp-path error
    return os.path.getsize(local)


# entry: same_object
def same_object(event, context):
    s3.download_file("models", "model.bin", "/tmp/model.bin")  # expect: shared-temp-path note
    return os.path.getsize("/tmp/model.bin")
