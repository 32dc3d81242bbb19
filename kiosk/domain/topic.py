"""Topics: what interests, offers and asks are about, so that "ML" and "Machine Learning" are one thing."""

import csv
from collections import defaultdict
from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from io import StringIO

import numpy as np

from kiosk.domain.likeness import Likeness
from kiosk.domain.spelling import Spellings
from kiosk.domain.spelling import own_key

_COLUMNS = ["name", "aliases", "related"]


@dataclass(frozen=True, slots=True)
class Topic:
    """`key` is what statements keep, `name` what people read; `related` holds keys, known topics or not."""

    key: str
    name: str
    aliases: tuple[str, ...] = ()
    related: frozenset[str] = frozenset()


class Topics:
    """All known topics. A text that is none of them is a topic of its own, shared with whoever types the same."""

    def __init__(self, topics: Iterable[Topic], spellings: Spellings) -> None:
        self._topics = {topic.key: topic for topic in topics}
        self._spellings = spellings
        neighbours: dict[str, set[str]] = defaultdict(set)
        for topic in self._topics.values():
            for other in topic.related - {topic.key}:
                neighbours[topic.key].add(other)
                neighbours[other].add(topic.key)
        self._neighbours = {key: frozenset(others) for key, others in neighbours.items()}

    @classmethod
    def from_rows(cls, rows: Iterable[tuple[str, Iterable[str], Iterable[str]]]) -> "Topics":
        """Topics from (name, aliases, related names or aliases). Names come before aliases, earlier rows before later.

        Raises ValueError for a name that is empty or stands there twice.
        """
        kept = [(name, tuple(aliases), tuple(related)) for name, aliases, related in rows]
        spellings = Spellings()
        for name, _, _ in kept:
            if not own_key(name) or name in spellings:
                raise ValueError(f"topic {name!r} has no name or stands there twice")
            spellings.add(name, own_key(name))
        for name, aliases, _ in kept:
            for alias in aliases:
                spellings.add(alias, own_key(name))
        topics = [
            Topic(own_key(name), name, aliases, frozenset([spellings.key_or_own(other) for other in related]))
            for name, aliases, related in kept
        ]
        return cls(topics, spellings)

    def __iter__(self) -> Iterator[Topic]:
        return iter(self._topics.values())

    def __len__(self) -> int:
        return len(self._topics)

    def resolve(self, text: str) -> str:
        """The key of the topic that `text` names, in any case, spelling and wording; the folded text where there is
        none. A wrong topic is worse than none, so what is only like a topic is not taken for it."""
        return self._spellings.key(text) or own_key(text)

    def like(self, text: str, most: int) -> list[str]:
        """Keys of at most so many topics that `text` may mean, the likeliest first."""
        likeness, firsts = self._likeness
        best = np.maximum.reduceat(likeness.to(own_key(text)), firsts) if firsts else np.zeros(0)
        keys = list(self._topics)
        ranked = [keys[place] for place in np.argsort(-best, kind="stable")[:most] if best[place] > 0]
        return [key for key in dict.fromkeys((self.resolve(text), *ranked)) if key in self._topics][:most]

    @cached_property
    def _likeness(self) -> tuple[Likeness, list[int]]:
        """The likeness to all names and aliases, topic by topic, and where those of each begin."""
        written = [[topic.key, *map(own_key, topic.aliases)] for topic in self]
        firsts = np.cumsum([0, *map(len, written)])[:-1].tolist()
        return Likeness([text for texts in written for text in texts]), firsts

    def name(self, key: str, typed: str) -> str:
        """What to call a topic: its name, or what the person typed where the topic is their own."""
        topic = self._topics.get(key)
        return topic.name if topic else typed

    def neighbours(self, key: str) -> frozenset[str]:
        """Keys of the topics related to this one, whichever of the two says so."""
        return self._neighbours.get(key, frozenset())

    def related(self, a: str, b: str) -> bool:
        """Whether two different topics are near each other."""
        return b in self.neighbours(a)


def parse_topics(text: str) -> Topics:
    """Topics from the text of a CSV file with the columns name, aliases and related (the last two split by ";").

    Raises ValueError where the columns are others or a name stands there twice.
    """
    lines = csv.DictReader(StringIO(text.removeprefix("\ufeff")), restval="")
    if list(lines.fieldnames or ()) != _COLUMNS:
        raise ValueError(f"the first line of a topics file must be {','.join(_COLUMNS)}")
    return Topics.from_rows((line["name"].strip(), _split(line["aliases"]), _split(line["related"])) for line in lines)


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())
