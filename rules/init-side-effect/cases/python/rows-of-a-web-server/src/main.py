import os

import requests
from fastapi import FastAPI

app = FastAPI()
# safe: one process serves all requests of the environment
rates = requests.get(os.environ["RATES_URL"], timeout=5).json()


@app.get("/rates/{currency}")
async def rate(currency: str):
    return {"rate": rates.get(currency)}
