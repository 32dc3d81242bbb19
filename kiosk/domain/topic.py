"""Topics: what interests, offers and asks are about, so that "ML" and "Machine Learning" are one thing."""

import csv
from collections import defaultdict
from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO

from kiosk.domain.text import clean
from kiosk.domain.text import fold

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

    def __init__(self, topics: Iterable[Topic], spellings: dict[str, str]) -> None:
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
        spellings: dict[str, str] = {}
        for name, _, _ in kept:
            key = _key(name)
            if not key or _spelling(name) in spellings:
                raise ValueError(f"topic {name!r} has no name or stands there twice")
            spellings[_spelling(name)] = key
        for name, aliases, _ in kept:
            for alias in (_key(name), *aliases):
                spellings.setdefault(_spelling(alias), _key(name))
        known = cls((), spellings)
        return cls(
            (
                Topic(_key(name), name, aliases, frozenset(map(known.resolve, related)))
                for name, aliases, related in kept
            ),
            spellings,
        )

    def __iter__(self) -> Iterator[Topic]:
        return iter(self._topics.values())

    def __len__(self) -> int:
        return len(self._topics)

    def resolve(self, text: str) -> str:
        """The key of the topic that `text` names, in any case and spelling; the folded text where none is known."""
        return self._spellings.get(_spelling(text)) or _key(text)

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


def _key(text: str) -> str:
    # An emoji folds to nothing, and yet it is something to care about.
    return fold(text) or clean(text).casefold()


def _spelling(text: str) -> str:
    """What "Machine-Learning" and "machinelearning", "Food & Drink" and "food and drink" have in common."""
    return _key(text.replace("&", " and ")).replace(" ", "")
