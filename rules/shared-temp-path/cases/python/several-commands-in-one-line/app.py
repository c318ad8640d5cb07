import os
import subprocess
import uuid


def unpack(event, context):
    subprocess.run("cp /var/task/tools/pandoc /tmp/.; chmod 755 /tmp/pandoc", shell=True, check=True)  # expect: shared-temp-path error


def unpack_inside(event, context):
    os.system("cd /tmp && unzip -o /var/task/fonts.zip")  # expect: shared-temp-path error


# safe: each command of the line is judged by what it does itself, and these only look.
def count(event, context):
    os.system("cd /tmp; ls -la | wc -l; cat /tmp/model.bin | md5sum")


# fixed: the directory is this invocation's, and so is all that happens in it.
def build(event, context):
    work = f"/tmp/{uuid.uuid4()}"
    os.system(f"mkdir {work} && cd {work} && tar xzf /var/task/site.tgz && wc -l index.html > count; rm -rf {work}")
