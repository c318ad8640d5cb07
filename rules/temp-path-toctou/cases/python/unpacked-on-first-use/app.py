from model import ensure_model, ensure_words


def lambda_handler(event, context):
    return [ensure_model(), ensure_words()]
