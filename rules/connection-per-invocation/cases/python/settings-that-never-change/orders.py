import os

import psycopg2


class Settings:
    def __init__(self):
        self.paused = os.environ.get("PAUSED") == "yes"
        self.database = "postgresql://db/orders"


settings = Settings()


def handler(event, context):
    # a setting says the same in every invocation
    if not settings.paused:
        with psycopg2.connect(settings.database) as connection:  # expect: connection-per-invocation warning
            with connection.cursor() as cursor:
                cursor.execute("select total from orders where id = %s", (event["id"],))
                return cursor.fetchone()[0]
    return None
