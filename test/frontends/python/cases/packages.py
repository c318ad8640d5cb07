// file: app/handler.py
import json, os.path
import boto3
import common.db as database
import common.log
from common import config, db
from common.db import connect as open_db, Pool
from .helpers import *
from . import helpers
from uuid import uuid4
try:
    import ujson as fast
except ImportError:
    fast = None

TABLE = os.environ["TABLE"]
s3 = boto3.client("s3")

def handler(event, context):
    import tempfile
    from common import late
    os.environ["X"] = event["x"]
    config.settings["y"] = 1
    config.current = uuid4()
    database.connections.append(db.connect())
    common.log.write(helped(), helpers.helped, late.value)
    pool = Pool(size=3)
    open_db(TABLE)
    return s3.get_object(Bucket=tempfile.gettempdir()), fast.dumps(json), pool
// file: app/helpers.py
def helped(): return 1
// file: app/__init__.py
// file: src/common/__init__.py
from .db import Pool
// file: src/common/config.py
settings = {}
current = None
// file: src/common/db.py
connections = []
def connect(*names): return names
class Pool:
    def __init__(self, size): self.size = size
// file: src/common/log.py
def write(*what): print(*what)
// file: src/common/late.py
value = 1
