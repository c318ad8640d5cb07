import threading
import urllib.request


def notify(order):
    urllib.request.urlopen("https://hooks.example.com/orders/" + order)


def start_notice(order):
    thread = threading.Thread(target=notify, args=(order,), daemon=True)
    thread.start()  # expect: floating-work warning
