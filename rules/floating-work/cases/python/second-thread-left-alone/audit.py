import urllib.request


def store(order):
    urllib.request.urlopen(f"https://orders.example.com/{order}")


class Audit:
    def note(self, order):
        urllib.request.urlopen(f"https://audit.example.com/{order}")
