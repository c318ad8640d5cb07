# entry: handler
# entry: careful
import asyncio

import aiohttp


async def send(url, message):
    async with aiohttp.ClientSession() as session:
        await session.post(url, json=message)


async def answer(event):
    asyncio.create_task(send(event["log"], {"seen": True}))  # expect: floating-work warning
    await send(event["url"], {"ok": True})


async def answer_both(event):
    # fixed: the task is awaited with the other one
    seen = asyncio.create_task(send(event["log"], {"seen": True}))
    await asyncio.gather(seen, send(event["url"], {"ok": True}))


def handler(event, context):
    asyncio.run(answer(event))


def careful(event, context):
    asyncio.run(answer_both(event))
