// file: functions/handler.py
from aws_lambda_powertools.event_handler import APIGatewayRestResolver
from crhelper import CfnResource
from shop_helper import OutputHelper
import functools

app = APIGatewayRestResolver()
helper = CfnResource()
output = OutputHelper("read")

@app.get("/orders", cache=1)
def orders(): return output.result()

@helper.create
@helper.update
def create(event, context): return output.add(event)

class Orders:
    @app.post("/orders")
    def place(self): return 1

def handler(event, context):
    @functools.lru_cache
    def price(sku): return sku
    return app.resolve(event, context) or helper(event, context)
// file: lib/ShopHelper/setup.py
from setuptools import setup
setup(name="shop-helper")
// file: lib/ShopHelper/shop_helper/__init__.py
class OutputHelper:
    def __init__(self, name):
        self.found = {}
    def add(self, found): self.found.update(found)
    def result(self): return self.found
