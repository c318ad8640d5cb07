from typing import Dict, List

registry: Dict[str, List[int]] = {}
Alias = Dict[str, int]
numbers = [1, *range(3)]
names = {"a", "b"}
merged = {**registry, "k": 1}
pairs = {k: v for k, v in registry.items() if k not in names}
unique = {n for row in numbers for n in row}
total = sum(n for n in numbers)
numbers[1:2] = [3]
first, (second, *third) = numbers
x = y = registry["x"] = []


def use(items: "list[Item]", extra: "Item | None" = None, *rest: int, flag=None, **options: str) -> Dict[str, int]:
    registry[items[0]] += 1
    by_key = sorted(items, key=lambda item: item.name)
    del registry["a"], numbers[:]
    local: Item = by_key.pop()
    return use(*rest, flag=True, **options), local


class Item:
    name = "n"
    table = {name: 1}
