"""The room: who is here, seen from what they care about."""

from collections import defaultdict
from collections.abc import Mapping
from collections.abc import Sequence
from math import log
from typing import Protocol

from kiosk.domain.purpose import Purpose
from kiosk.domain.purpose import PurposeTable
from kiosk.domain.statement import Kind
from kiosk.domain.statement import Statement
from kiosk.domain.topic import Topics


class Person(Protocol):
    """What matching and reasons know of a person: not the title, not the company."""

    @property
    def id(self) -> str: ...
    @property
    def statements(self) -> tuple[Statement, ...]: ...
    @property
    def purposes(self) -> tuple[Purpose, ...]: ...


def stated(person: Person, kind: Kind) -> dict[str, Statement]:
    """One statement a topic, the first they gave, in the order they gave them."""
    first: dict[str, Statement] = {}
    for statement in person.statements:
        if statement.kind is kind:
            first.setdefault(statement.topic, statement)
    return first


class Room:
    """Those present, with what the evening knows of topics and purposes.

    `holders` says for each topic who of them states it as an interest.
    """

    def __init__(self, present: Sequence[Person], topics: Topics, purposes: PurposeTable) -> None:
        self.topics = topics
        self.purposes = purposes
        self.size = len(present)
        holders: dict[str, set[str]] = defaultdict(set)
        for person in present:
            for topic in stated(person, Kind.INTEREST):
                holders[topic].add(person.id)
        self._stated: dict[tuple[str, Kind], dict[str, Statement]] = {}
        self.holders: Mapping[str, frozenset[str]] = {topic: frozenset(ids) for topic, ids in holders.items()}

    def stated(self, person: Person, kind: Kind) -> dict[str, Statement]:
        """As `stated`, told apart once: of everyone it is asked for each person they are sent to."""
        key = (person.id, kind)
        if key not in self._stated:
            self._stated[key] = stated(person, kind)
        return self._stated[key]

    def rarity(self, topic: str) -> float:
        """How much it says that two people share this interest here: 1 when they are the only two, less for each more.

        An inverse document frequency over those present (Spärck Jones 1972). A rare trait raises interest, measured
        against the present context: Mayer et al., RecSys 2010.
        """
        size = max(2, self.size)
        holders = max(2, len(self.holders.get(topic, ())))
        return log(1 + size / holders) / log(1 + size / 2)
