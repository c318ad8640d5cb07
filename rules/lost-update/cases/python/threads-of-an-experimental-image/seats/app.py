import threading

taken = 0
lock = threading.Lock()
asked = 0


def handler(event, context):
    global taken, asked
    with lock:
        taken += event["seats"]  # fixed: the threads of a process take turns
    asked += 1  # expect: lost-update
    return {"seats": event["seats"]}
