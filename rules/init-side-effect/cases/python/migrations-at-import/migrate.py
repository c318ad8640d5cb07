from alembic import command
from alembic.config import Config

config = Config("alembic.ini")


# entry: handler
def handler(event, context):
    command.upgrade(config, "head")  # fixed: in a function that is invoked once, when the others are deployed
    return {"done": True}


if __name__ == "__main__":
    command.upgrade(config, "base")  # safe: no function runs it so
