from concurrent.futures import ThreadPoolExecutor

from totals import Totals


def handler(event, context):
    totals = Totals()
    with ThreadPoolExecutor(max_workers=8) as pool:
        list(pool.map(totals.add, event["orders"]))
    return {"sum": totals.sum, "names": totals.names}
