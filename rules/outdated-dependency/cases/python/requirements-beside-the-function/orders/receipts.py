from aws_lambda_powertools.utilities import parameters


def receipt_of(order):
    greeting = parameters.get_parameter("/shop/greeting")
    return {"order": order, "greeting": greeting}
