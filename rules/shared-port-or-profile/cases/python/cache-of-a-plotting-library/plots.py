import os

os.environ["MPLCONFIGDIR"] = "/tmp/matplotlib"  # expect: shared-port-or-profile error
os.environ["HF_HOME"] = f"/tmp/hf-{os.getpid()}"  # fixed: one for each process
os.environ["TORCH_HOME"] = "/opt/models"  # safe: shipped with the function, and only read


def draw(points):
    return len(points)
