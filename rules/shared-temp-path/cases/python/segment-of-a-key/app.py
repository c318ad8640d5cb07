import os
import tempfile


# entry: lambda_handler
def lambda_handler(event, context):
    name = event["key"].split("/")[-1]
    with open("/tmp/" + name, "w") as file:  # expect: shared-temp-path error
        file.write(event["body"])
    with open("/tmp/" + name) as file:
        return len(file.read())


# entry: handler_fixed
def handler_fixed(event, context):
    name = event["key"].rsplit("/", 1)[1]
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, name), "w") as file:  # fixed: a folder of its own
            file.write(event["body"])
        return len(os.listdir(folder))
