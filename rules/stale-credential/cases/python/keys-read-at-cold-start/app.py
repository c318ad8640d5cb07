# entry: handler
# entry: patient
import json
import os
import urllib.request

from jose import jwt

from keys import Keys

KEYS_URL = "https://cognito-idp.{}.amazonaws.com/{}/.well-known/jwks.json".format(os.environ["AWS_REGION"], os.environ["POOL"])

with urllib.request.urlopen(KEYS_URL) as answer:
    keys = json.loads(answer.read().decode("utf-8"))["keys"]  # expect: stale-credential warning

kept = Keys(KEYS_URL)


def handler(event, context):
    kid = jwt.get_unverified_header(event["token"])["kid"]
    key = next(candidate for candidate in keys if candidate["kid"] == kid)
    return jwt.decode(event["token"], key, algorithms=["RS256"])["sub"]


def patient(event, context):
    kid = jwt.get_unverified_header(event["token"])["kid"]
    return jwt.decode(event["token"], kept.key(kid), algorithms=["RS256"])["sub"]
