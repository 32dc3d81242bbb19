"""What two people have for each other. The figures stay inside the matcher; nobody ever sees one."""

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from kiosk.domain.room import Person
from kiosk.domain.room import Room
from kiosk.domain.room import stated
from kiosk.domain.statement import Kind
from kiosk.domain.statement import Statement
from kiosk.domain.text import fold
from kiosk.domain.topic import Topics

SAME_TOPIC = 1.0
"""An offer on the very topic of an ask: the measure of all others."""

RELATED_TOPIC = 0.5
"""An offer on a topic near the ask: likely useful, not sure to be."""

SHARED_WORDS = 0.25
"""An offer in the words of the ask: a guess, but better than none."""

PURPOSE_SERVED = 0.25
"""Purposes that suit serve both, even where nothing was asked; less than one ask met by one offer."""

COMMON_GROUND = 0.6
"""Shared interests start a talk, an exchange makes it good: together they count a little over half of an exchange."""

SUITING = 1.25
"""Purposes that suit make all the rest more welcome. Enough to choose between equals, not to outweigh an exchange."""

_FILLERS = frozenset(
    fold(
        """
        a about after also an and any anyone are as at be by can do find first for from get getting give good have help
        helping how i in into is it know learn learning like look looking make me my need new of on or our out people
        some someone start starting that the them these they thing things this to tips up use using want what when
        where who with work working you your
        """
    ).split(" ")
)
"""Words that say nothing about what an offer or ask is about."""


def answer(ask: Statement, offer: Statement, topics: Topics) -> float:
    """How well one person's offer meets another's ask: `SAME_TOPIC`, `RELATED_TOPIC`, `SHARED_WORDS` or 0."""
    if ask.topic == offer.topic:
        return SAME_TOPIC
    if topics.related(ask.topic, offer.topic):
        return RELATED_TOPIC
    common, shorter = _words(ask.text) & _words(offer.text), min(len(_words(ask.text)), len(_words(offer.text)))
    # One word in common is enough only where one of the two says no more: "language learning" is no "language model".
    return SHARED_WORDS if common and len(common) >= min(2, shorter) else 0.0


def pair_weights(people: Sequence[Person], room: Room) -> NDArray[np.float64]:
    """How good it would be for each two of n people to meet, (n, n), symmetric, from 0; 0 where purposes clash.

    The harmonic mean of what each gains, so that the smaller side decides (of all ways to combine two sides the one
    that told mutual liking best in speed-dating records), and what they share, times how their purposes suit.
    """
    gained = gains(people, room)
    both = gained + gained.T
    exchange = np.divide(2 * gained * gained.T, both, out=np.zeros_like(both), where=both > 0)
    fit = room.purposes.fit_matrix([person.purposes for person in people])
    suiting = np.where(fit > 0, SUITING, np.where(fit < 0, 0.0, 1.0))
    weights = (exchange + COMMON_GROUND * common_ground(people, room)) * suiting
    np.fill_diagonal(weights, 0)
    return weights


def gains(people: Sequence[Person], room: Room) -> NDArray[np.float64]:
    """What person i gains from meeting person j, (n, n), from 0 to below 1.

    Each ask of i counts its best answer among the offers of j, once. The first thing gained counts most: a long list
    of asks must not outweigh a person who has one.
    """
    asks: dict[Statement, list[int]] = defaultdict(list)
    offers: dict[Statement, list[int]] = defaultdict(list)
    for index, person in enumerate(people):
        for ask in stated(person, Kind.ASK).values():
            asks[ask].append(index)
        for offer in {s for s in person.statements if s.kind is Kind.OFFER}:
            offers[offer].append(index)
    answered = np.zeros((len(asks), len(people)))
    for row, near in enumerate(_near(list(asks), list(offers), room.topics)):
        for offer, strength in near:
            answered[row, offers[offer]] = np.maximum(answered[row, offers[offer]], strength)
    cells = [(person, row) for row, askers in enumerate(asks.values()) for person in askers]
    served = room.purposes.fit_matrix([person.purposes for person in people]) == 1
    return _saturated(_incidence(cells, len(people), len(asks)) @ answered + PURPOSE_SERVED * served)


def common_ground(people: Sequence[Person], room: Room) -> NDArray[np.float64]:
    """What each two of n people share, (n, n), from 0 to below 1: interests on one topic, the rare ones here most."""
    columns: dict[str, int] = {}
    cells = [
        (row, columns.setdefault(topic, len(columns)))
        for row, person in enumerate(people)
        for topic in stated(person, Kind.INTEREST)
    ]
    interests = _incidence(cells, len(people), len(columns))
    rarity = np.array([room.rarity(topic) for topic in columns])
    return _saturated(((interests * rarity[np.newaxis, :]) @ interests.T).toarray())


def _near(asks: list[Statement], offers: list[Statement], topics: Topics) -> list[list[tuple[Statement, float]]]:
    """For each ask the offers that meet it, and how well; found by topic and word, not by trying every offer."""
    by_topic: dict[str, list[int]] = defaultdict(list)
    by_word: dict[str, list[int]] = defaultdict(list)
    for index, offer in enumerate(offers):
        by_topic[offer.topic].append(index)
        for word in _words(offer.text):
            by_word[word].append(index)
    found = []
    for ask in asks:
        near = {index for topic in {ask.topic} | topics.neighbours(ask.topic) for index in by_topic.get(topic, ())}
        near |= {index for word in _words(ask.text) for index in by_word.get(word, ())}
        answers = ((offers[index], answer(ask, offers[index], topics)) for index in near)
        found.append([(offer, strength) for offer, strength in answers if strength])
    return found


def _incidence(cells: list[tuple[int, int]], rows: int, columns: int) -> csr_array:
    row, column = np.array(cells, dtype=np.intp).reshape(-1, 2).T
    return csr_array((np.ones(len(cells)), (row, column)), (rows, columns))


def _saturated(amount: NDArray[np.float64]) -> NDArray[np.float64]:
    """Half for the first whole one, ever less for each more, always growing."""
    return np.asarray(amount / (1 + amount), dtype=np.float64)


@lru_cache(maxsize=10_000)
def _words(text: str) -> frozenset[str]:
    return frozenset(word for word in fold(text).split() if word not in _FILLERS)
