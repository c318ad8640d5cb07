import os
import tempfile

import boto3

s3 = boto3.client("s3")


def scan(path):
    return os.path.getsize(path)


# entry: number_parts
def number_parts(event, context):
    sizes = []
    for number, part in enumerate(event["parts"]):
        path = f"/tmp/part-{number}.bin"
        s3.download_file(event["bucket"], part["key"], path)  # expect: shared-temp-path error
        sizes.append(scan(path))
    return sizes


# entry: number_pages
def number_pages(event, context):
    for page in range(event["pages"]):
        with open("/tmp/page-%d.txt" % page, "w") as file:  # expect: shared-temp-path error
            file.write(event["text"][page])
        scan("/tmp/page-%d.txt" % page)


# entry: keep_ending
def keep_ending(event, context):
    stem, ending = os.path.splitext(event["key"])
    s3.download_file(event["bucket"], event["key"], "/tmp/upload" + ending)  # expect: shared-temp-path error
    return {"name": stem, "size": scan("/tmp/upload" + ending)}


# entry: number_in_memory
def number_in_memory(event, context):
    sizes = {}
    for number, part in enumerate(event["parts"]):
        body = s3.get_object(Bucket=event["bucket"], Key=part["key"])["Body"].read()
        sizes[f"/tmp/part-{number}.bin"] = len(body)  # safe: a text, and no file of this name
    return sizes


# entry: number_parts_fixed
def number_parts_fixed(event, context):
    sizes = []
    with tempfile.TemporaryDirectory() as folder:
        for number, part in enumerate(event["parts"]):
            path = os.path.join(folder, f"part-{number}.bin")
            s3.download_file(event["bucket"], part["key"], path)  # fixed: numbered in a folder of its own
            sizes.append(scan(path))
    return sizes
