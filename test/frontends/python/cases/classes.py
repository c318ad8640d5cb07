from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from typing import ClassVar, List, NamedTuple, Optional


class Base(ABC):
    shared = {}
    limit: int = 3

    def __init__(self, name: str, client=None):
        self.name = name
        self.client = client or make()

    @abstractmethod
    def run(self): ...

    @property
    def size(self):
        return len(self.shared)

    @size.setter
    def size(self, value):
        self.limit = value

    @classmethod
    def create(cls, name):
        cls.last = cls(name)
        return cls.last

    @staticmethod
    def parse(text): return text.split(",")


class Orders(Base):
    instance: Optional["Orders"] = None

    def __new__(cls):
        if cls.instance is None:
            cls.instance = super().__new__(cls)
        return cls.instance

    def __init__(self):
        super().__init__("orders")
        Base.__init__(self, "orders")
        self.__items = []

    def run(self):
        self.shared["x"] = self.__class__.shared
        Orders.shared = {}

        def inner():
            self.name = "y"

            class Local:
                def name(me):
                    return self, me
            return Local()
        return inner, self.size, Base.parse("a"), self.create("b")


@dataclass
class Item:
    table: ClassVar[str] = "t"
    id: str
    tags: List[str] = field(default_factory=list)
    count: int = 1


class Pair(NamedTuple):
    left: int
    right: int = 0


def make(): return Item("1", count=2), Pair(1)
