import os

from stages import plan_of, rows_for

os.environ["REPORT_FORMAT"] = "csv"  # safe: when the module is imported


# entry: lambda_handler
def lambda_handler(event, context):
    for name, value in (event.get("stageVariables") or {}).items():
        os.environ[name] = value  # expect: process-global-mutation warning
    return rows_for(event["path"])


# entry: handler_that_sets_it_each_time
def handler_that_sets_it_each_time(event, context):
    os.environ["PLAN"] = event["plan"]  # expect: process-global-mutation note
    return plan_of()


# entry: fixed_handler
def fixed_handler(event, context):
    stage = event.get("stageVariables") or {}
    return rows_for(event["path"], stage)  # fixed: handed on as an argument
