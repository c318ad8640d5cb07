from urllib.request import urlopen

from cache import FileCache

zones = FileCache("/tmp/zones.json")
holidays = FileCache("/tmp/holidays.json")


def ask(what):
    with urlopen(f"https://calendar.example.com/{what}") as answer:
        return answer.read().decode()


def lambda_handler(event, context):
    known = zones.load()
    if known is None:
        known = ask("zones")
        zones.keep(known)
    days = holidays.load()
    if days is None:  # safe: the name appears only when the file is complete
        days = ask("holidays")
        holidays.keep_whole(days)
    return [known, days]
