from sqlalchemy import create_engine, text

# fixed: made before the first invocation
rates = create_engine("postgresql+psycopg://db/rates", pool_size=1)


def total(prices):
    scratch = create_engine("sqlite://")  # safe: a database in memory, which nobody else sees
    with scratch.connect() as connection, rates.connect() as other:
        rate = other.execute(text("select rate from rates")).scalar()
        return connection.execute(text("select :sum * :rate"), {"sum": sum(prices), "rate": rate}).scalar()
