import psycopg2
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    paused: bool = False
    database: str = "postgresql://db/orders"


settings = Settings()


def load(key):
    # what is declared to be a truth value is no object that a library changes
    with psycopg2.connect(settings.database) as connection:  # expect: connection-per-invocation warning
        with connection.cursor() as cursor:
            cursor.execute("select total from orders where id = %s", (key,))
            return cursor.fetchone()[0]


def handler(event, context):
    if settings.paused:
        return None
    return load(event["id"])
