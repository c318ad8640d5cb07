class Totals:
    def __init__(self):
        self.sum = 0
        self.names = []

    def add(self, order):
        self.sum += order["price"]  # expect: lost-update error
        self.names.append(order["id"])  # safe: the interpreter appends in one step
