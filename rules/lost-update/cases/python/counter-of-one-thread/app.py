from concurrent.futures import ThreadPoolExecutor, as_completed

calls = 0


def price_of(sku):
    return {"sku": sku, "price": len(sku)}


def handler(event, context):
    global calls
    calls += 1  # safe: a process serves one invocation at a time
    total = 0
    with ThreadPoolExecutor() as pool:
        started = [pool.submit(price_of, sku) for sku in event["skus"]]
        for done in as_completed(started):
            total += done.result()["price"]  # safe: only this thread adds
    return {"total": total}
