messages = []
current_user = None


def lambda_handler(event, context):
    global current_user
    current_user = event["user"]  # safe: set at the start of every invocation, and a process runs one at a time
    # misses: request-state-leak warning where invocations follow each other, what one adds for the next is only judged as growth
    messages.append(f"hello {current_user}")  # noise: shared-cache warning stands for the leak
    return {"messages": messages}
