import os

def handler(event, context)
    return os.environ[event

class Half(

def fine(): return 1
exec "code"
print "text", 1
