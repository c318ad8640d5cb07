import boto3

table = boto3.resource("dynamodb").Table("stock")
stock = {}


def load():
    for item in table.scan()["Items"]:
        stock[item["sku"]] = int(item["left"])
