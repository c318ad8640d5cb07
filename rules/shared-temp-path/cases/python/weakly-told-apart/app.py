import itertools
import time
import uuid

from PIL import Image

numbers = itertools.count()


# entry: by_time
def by_time(event, context):
    Image.new("RGB", (8, 8)).save(f"/tmp/thumbnail-{int(time.time())}.png")  # expect: shared-temp-path warning


# entry: by_few_bits
def by_few_bits(event, context):
    Image.new("RGB", (8, 8)).save(f"/tmp/thumbnail-{uuid.uuid4().hex[:8]}.png")  # expect: shared-temp-path warning


# entry: by_counter
def by_counter(event, context):
    # Every process begins at zero.
    Image.new("RGB", (8, 8)).save(f"/tmp/thumbnail-{next(numbers)}.png")  # expect: shared-temp-path error
