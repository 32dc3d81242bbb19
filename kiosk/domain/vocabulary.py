"""The known topics with all their spellings: what the files say, before anyone has decided anything."""

from collections import defaultdict
from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from functools import lru_cache

import numpy as np

from kiosk.domain.likeness import Likeness
from kiosk.domain.spelling import Spellings
from kiosk.domain.spelling import own_key

_AT_HAND = 10_000
"""Texts with what they are like: a room says the same things many times."""
_MOST_LIKE = 12


@dataclass(frozen=True, slots=True)
class Topic:
    """`key` is what statements keep, `name` what people read; `related` holds keys, known topics or not."""

    key: str
    name: str
    aliases: tuple[str, ...] = ()
    related: frozenset[str] = frozenset()


class Vocabulary:
    def __init__(self, topics: Iterable[Topic], spellings: Spellings) -> None:
        self._topics = {topic.key: topic for topic in topics}
        self._spellings = spellings
        neighbours: dict[str, set[str]] = defaultdict(set)
        for topic in self._topics.values():
            for other in topic.related - {topic.key}:
                neighbours[topic.key].add(other)
                neighbours[other].add(topic.key)
        self._neighbours = {key: frozenset(others) for key, others in neighbours.items()}
        self.like = lru_cache(_AT_HAND)(self._like)

    @classmethod
    def from_rows(cls, rows: Iterable[tuple[str, Iterable[str], Iterable[str]]]) -> "Vocabulary":
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

    def get(self, key: str) -> Topic | None:
        return self._topics.get(key)

    def find(self, text: str) -> str:
        """The key of the topic that `text` names, in any case, spelling and wording; its own key where there is none.
        A wrong topic is worse than none, so what is only like a topic is not taken for it."""
        return self._spellings.key(text) or own_key(text)

    def __contains__(self, text: str) -> bool:
        """Whether `text` is written as a name or an alias, in any case and spelling."""
        return text in self._spellings

    def one_slip_away(self, text: str) -> list[str]:
        """Keys of topics that `text` names but for one slip of the finger, also where it is too short to be sure."""
        return self._spellings.one_slip_away(text)

    def neighbours(self, key: str) -> frozenset[str]:
        """Keys of the topics related to this one, whichever of the two says so."""
        return self._neighbours.get(key, frozenset())

    def _like(self, folded: str) -> tuple[tuple[str, float], ...]:
        """Keys of the topics nearest to a folded text with how near each is, the nearest first."""
        likeness, firsts = self._likeness
        best = np.maximum.reduceat(likeness.to(folded), firsts) if firsts else np.zeros(0)
        keys = list(self._topics)
        nearest = np.argsort(-best, kind="stable")[:_MOST_LIKE]
        return tuple((keys[place], float(best[place])) for place in nearest if best[place] > 0)

    @cached_property
    def _likeness(self) -> tuple[Likeness, list[int]]:
        """The likeness to all names and aliases, topic by topic, and where those of each begin."""
        written = [[topic.key, *map(own_key, topic.aliases)] for topic in self]
        firsts = np.cumsum([0, *map(len, written)])[:-1].tolist()
        return Likeness([text for texts in written for text in texts]), firsts
