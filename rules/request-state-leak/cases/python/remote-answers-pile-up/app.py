from shards import fresh_states, page_names, states

seen = []


# entry: handler
def handler(event, context):
    found = states("hot")
    found = states("warm", found)
    return {name: found[name] for name in found}


# entry: pages
def pages(event, context):
    for name in page_names():
        seen.append(name)  # expect: request-state-leak warning
    return seen


# entry: careful
def careful(event, context):
    found = fresh_states("warm", fresh_states("hot"))
    names = [name for name in page_names()]  # fixed: a list of the invocation
    return {"names": names, "states": {name: found[name] for name in found}}
