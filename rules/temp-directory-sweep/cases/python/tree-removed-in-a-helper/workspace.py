import os
import shutil


def reset(folder):
    shutil.rmtree(folder, ignore_errors=True)  # expect: temp-directory-sweep error
    os.makedirs(folder)
