import socket


def wait_for(port):
    listener = socket.socket()
    listener.bind(("127.0.0.1", port))  # expect: shared-port-or-profile error
    listener.listen(1)
    return listener


# entry: handler
def handler(event, context):
    listener = wait_for(9155)
    listener.close()
    return event["id"]


# entry: free
def free(event, context):
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))  # safe: any free port
    port = listener.getsockname()[1]
    listener.close()
    return port
