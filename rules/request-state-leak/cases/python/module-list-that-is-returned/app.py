messages = []
current_user = None


def lambda_handler(event, context):
    global current_user
    current_user = event["user"]  # safe: set at the start of every invocation, and a process runs one at a time
    messages.append(f"hello {current_user}")  # expect: request-state-leak warning
    return {"messages": messages}
