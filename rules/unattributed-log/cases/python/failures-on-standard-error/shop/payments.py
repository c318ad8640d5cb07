import sys
import traceback


class Payments:
    def __init__(self, gateway):
        self.gateway = gateway

    def charge(self, order):
        try:
            return self.gateway.charge(order["total"])
        except ValueError:
            traceback.print_exc()  # expect: unattributed-log note
            sys.stderr.write("not charged\n")
            return None

    def receipt(self, order, path):
        with open(path, "w") as file:
            print(order["total"], file=file)  # safe: into a file
