import logging
import tempfile

from shop.payments import Payments


class Gateway:
    def charge(self, total):
        if total < 0:
            raise ValueError(total)
        return total


payments = Payments(Gateway())


# entry: lambda_handler
def lambda_handler(event, context):
    return {"charged": payments.charge(event)}


# entry: careful_handler
def careful_handler(event, context):
    try:
        payments.receipt(event, tempfile.mkstemp()[1])  # expect: temp-file-growth note
        return {"charged": payments.gateway.charge(event["total"])}
    except ValueError:
        logging.exception("not charged")  # fixed: one entry with the stack and the id of the request
        return {"charged": None}
