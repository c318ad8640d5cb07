# entry: handler
from apscheduler.schedulers.background import BackgroundScheduler

from inventory import load, stock

scheduler = BackgroundScheduler()
scheduler.add_job(load, "interval", minutes=5)
scheduler.start()  # expect: background-timer note


def handler(event, context):
    return {"left": stock.get(event["sku"], 0)}
