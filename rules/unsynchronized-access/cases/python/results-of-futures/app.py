from concurrent.futures import ThreadPoolExecutor

table = {"DE": "Germany"}


def name_of(record):
    return table.get(record["country"])  # safe: a table that nobody writes


def lambda_handler(event, context):
    with ThreadPoolExecutor(max_workers=4) as pool:
        futures = [pool.submit(name_of, record) for record in event["records"]]
    return [future.result() for future in futures]  # fixed: results are collected by the thread that waits
