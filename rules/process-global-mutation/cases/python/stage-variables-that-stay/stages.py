import os


def rows_for(path, stage=None):
    table = (stage or os.environ).get("TABLE", "orders")
    return {"table": table, "path": path}


def plan_of():
    return {"plan": os.environ["PLAN"]}
