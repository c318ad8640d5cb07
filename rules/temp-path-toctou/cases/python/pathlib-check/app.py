from pathlib import Path

DATABASE = Path("/tmp") / "catalogue.txt"


def lambda_handler(event, context):
    if not DATABASE.is_file():
        DATABASE.write_text("tea,coffee")  # expect: temp-path-toctou error
    return DATABASE.read_text().split(",")
