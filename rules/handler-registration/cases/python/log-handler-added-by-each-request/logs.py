import logging
import sys


def audit_log():
    log = logging.getLogger("audit")
    log.addHandler(logging.StreamHandler(sys.stdout))  # expect: handler-registration warning
    return log


# fixed: a handler is only added where there is none
def access_log():
    log = logging.getLogger("access")
    if not log.handlers:
        log.addHandler(logging.StreamHandler(sys.stdout))
    return log
