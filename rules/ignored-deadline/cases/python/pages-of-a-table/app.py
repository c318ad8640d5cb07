import boto3

s3 = boto3.client("s3")


def remove(key):
    s3.delete_object(Bucket="drafts", Key=key)


def clean(event, context):
    for key in event["keys"]:
        s3.copy_object(Bucket="archive", Key=key, CopySource="drafts/" + key)  # expect: ignored-deadline note
        s3.delete_object(Bucket="drafts", Key=key)


def clean_in_time(event, context):
    done = 0
    for key in event["keys"]:
        if context.get_remaining_time_in_millis() < 10000:  # fixed: it stops before its time is over
            break
        remove(key)
        done += 1
    return {"left": event["keys"][done:]}


def clean_one(event, context):
    remove(event["key"])  # safe: one call
