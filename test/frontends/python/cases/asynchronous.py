import asyncio
from contextlib import asynccontextmanager, contextmanager

state = {}


@contextmanager
def opened(path):
    file = open(path)
    try:
        yield file
    finally:
        file.close()


async def numbers(n):
    for i in range(n):
        yield i
    yield from_other(n)


def delegated(xs):
    yield from xs


async def main(event):
    state["user"] = event["user"]
    async with client() as c:
        await c.get("x")
    async for number in numbers(3):
        print(number)
    found = [x async for x in numbers(2) if x]
    with opened("/tmp/a") as file:
        file.read()
    return state["user"], await asyncio.gather(*[numbers(i) for i in found])


def handler(event, context):
    return asyncio.run(main(event))
