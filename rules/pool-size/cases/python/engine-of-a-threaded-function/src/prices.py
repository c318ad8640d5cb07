from sqlalchemy import create_engine, text

# safe: a process serves one invocation at a time
engine = create_engine("postgresql://db/prices", pool_size=1, max_overflow=0)


def handler(event, context):
    with engine.connect() as connection:
        return connection.execute(text("select price from prices where sku = :sku"), {"sku": event["sku"]}).scalar()
