import json

SCRATCH = "/tmp/orders.json"


def total_of(orders, path=SCRATCH):
    with open(path, "w") as out:  # expect: shared-temp-path error
        json.dump(orders, out)
    with open(path) as file:
        return sum(order["price"] for order in json.load(file))
