"""What two people have for each other. The figures stay inside the matcher; nobody ever sees one."""

from collections import defaultdict
from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from functools import lru_cache
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse import hstack
from scipy.sparse import vstack

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

_RARITY_STEP = 1 / 4096
"""Rarities are rounded to this, so that sums of them are exact, whatever their order and the machine."""

_NOTHING = np.float32(1e-30)
"""Keeps 0 from being divided by 0 where nobody gains; too small to change anything else."""

_K = TypeVar("_K")

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


class Benefits:
    """What each two of n people have for each other, worked out for a few of them at a time.

    What they state is kept as sparse matrices of people by asks, offers and interests. These are multiplied a few rows
    at a time, so that a large room never needs the memory of all its pairs.
    """

    def __init__(self, people: Sequence[Person], room: Room) -> None:
        size = len(people)
        interests = _grouped(stated(person, Kind.INTEREST) for person in people)
        asks = _grouped(stated(person, Kind.ASK).values() for person in people)
        offers = _grouped({s for s in person.statements if s.kind is Kind.OFFER} for person in people)
        self._profile, fit = room.purposes.profiles([person.purposes for person in people])
        self._suiting = np.where(fit > 0, SUITING, np.where(fit < 0, 0, 1)).astype(np.float32)

        self._holders = _incidence(interests, size).T.tocsr()
        rarity = np.rint([room.rarity(topic) / _RARITY_STEP for topic in interests]) * _RARITY_STEP
        self._rare = csr_array(self._holders.T * rarity[np.newaxis, :], dtype=np.float32)

        # A purpose is served as an ask is answered: each profile of purposes is one more thing to want.
        came_for = csr_array((np.ones(size, np.float32), self._profile, np.arange(size + 1)), (size, len(fit)))
        served = csr_array(np.where(fit > 0, np.float32(PURPOSE_SERVED), np.float32(0))[:, self._profile])
        answered = _best(_answers(list(asks), list(offers), room.topics), _incidence(offers, size))
        self._wants = hstack([_incidence(asks, size), came_for], format="csr")
        self._met_by = vstack([answered, served], format="csr")
        self._meets = self._met_by.T.tocsr()

    def weights(self, rows: NDArray[np.intp]) -> NDArray[np.float32]:
        """How good it would be for these k to meet each of all n, (k, n), symmetric, from 0; 0 where purposes clash.

        The harmonic mean of what each gains, so that the smaller side decides (of all ways to combine two sides the
        one that told mutual liking best in speed-dating records), and what they share, times how their purposes suit.
        """
        # The harmonic mean of a / (1 + a) and b / (1 + b) is 2ab / (a + b + 2ab).
        mine, theirs = self.got(rows), self.given(rows)
        weights = mine * theirs
        weights *= 2
        mine += theirs
        mine += weights
        mine += _NOTHING
        weights /= mine
        ground = _saturated(self.shared(rows), mine)
        ground *= np.float32(COMMON_GROUND)
        weights += ground
        weights *= np.take(self._suiting[self._profile[rows]], self._profile, axis=1, out=ground, mode="clip")
        return weights

    def got(self, rows: NDArray[np.intp]) -> NDArray[np.float32]:
        """How much these k get from each of all n, (k, n): the best answer to each ask, once, and a purpose served."""
        return _product(self._wants[rows], self._met_by)

    def given(self, rows: NDArray[np.intp]) -> NDArray[np.float32]:
        """How much each of all n gets from these k, (k, n)."""
        return np.ascontiguousarray((self._wants @ np.ascontiguousarray(self._meets[rows].toarray().T)).T)

    def shared(self, rows: NDArray[np.intp]) -> NDArray[np.float32]:
        """How rare all interests are together that these k share with each of all n, (k, n)."""
        return _product(self._rare[rows], self._holders)


def pair_weights(people: Sequence[Person], room: Room) -> NDArray[np.float32]:
    """How good it would be for each two of n people to meet, (n, n), symmetric: see `Benefits.weights`."""
    weights = Benefits(people, room).weights(np.arange(len(people)))
    np.fill_diagonal(weights, 0)
    return weights


def gains(people: Sequence[Person], room: Room) -> NDArray[np.float32]:
    """What person i gains from meeting person j, (n, n), from 0 to below 1.

    The first thing gained counts most: a long list of asks must not outweigh a person who has one.
    """
    return _saturated(Benefits(people, room).got(np.arange(len(people))))


def common_ground(people: Sequence[Person], room: Room) -> NDArray[np.float32]:
    """What each two of n people share, (n, n), from 0 to below 1: interests on one topic, the rare ones here most."""
    return _saturated(Benefits(people, room).shared(np.arange(len(people))))


def _answers(asks: list[Statement], offers: list[Statement], topics: Topics) -> csr_array:
    """How well each offer meets each ask, (asks, offers), as `answer` tells; found by topics and words."""
    asked, offered = (_grouped((statement.topic,) for statement in each) for each in (asks, offers))
    same = _incidence({topic: asked.get(topic, []) for topic in offered}, len(asks))
    near = {topic: [row for other in topics.neighbours(topic) for row in asked.get(other, ())] for topic in offered}
    strength = SAME_TOPIC * same + RELATED_TOPIC * _incidence(near, len(asks))
    by_topic = strength @ _incidence(offered, len(offers)).T

    said = [_words(statement.text) for statement in (*asks, *offers)]
    words = _incidence(_grouped(said), len(said))
    common = (words[: len(asks)] @ words[len(asks) :].T).tocoo()
    length = np.array([len(each) for each in said])
    shorter = np.minimum(length[common.row], length[len(asks) + common.col])
    enough = np.float32(SHARED_WORDS) * (common.data >= np.minimum(2, shorter))
    return by_topic.maximum(csr_array((enough, (common.row, common.col)), common.shape))


def _best(answers: csr_array, offers: csr_array) -> csr_array:
    """The best answer that each person has to each ask, (asks, people); `offers` tells who has which."""
    best = csr_array((answers.shape[0], offers.shape[0]), dtype=np.float32)
    before = 0.0
    for level in (SHARED_WORDS, RELATED_TOPIC, SAME_TOPIC):
        has_one = (answers >= level).astype(np.float32) @ offers.T
        has_one.data[:] = level - before
        best, before = best + has_one, level
    return best


def _grouped(keys: Iterable[Iterable[_K]]) -> dict[_K, list[int]]:
    """For each key the places where it stands."""
    places: dict[_K, list[int]] = defaultdict(list)
    for place, here in enumerate(keys):
        for key in here:
            places[key].append(place)
    return places


def _incidence(places: Mapping[_K, list[int]], size: int) -> csr_array:
    """A matrix with a row for each place and a column for each key, 1 where the key stands."""
    counts = [len(each) for each in places.values()]
    rows = np.fromiter((place for each in places.values() for place in each), dtype=np.intp, count=sum(counts))
    columns = np.repeat(np.arange(len(counts)), counts)
    return csr_array((np.ones(len(rows), np.float32), (rows, columns)), (size, len(counts)))


def _product(some: csr_array, others: csr_array) -> NDArray[np.float32]:
    """`some @ others`, dense: only the rows of `others` that count are filled in and added up."""
    used, columns = np.unique(some.indices, return_inverse=True)
    packed = csr_array((some.data, columns, some.indptr), (some.shape[0], len(used)))
    return np.asarray(packed @ others[used].toarray(), dtype=np.float32)


def _saturated(amount: NDArray[np.float32], out: NDArray[np.float32] | None = None) -> NDArray[np.float32]:
    """Half for the first whole one, ever less for each more, always growing."""
    return np.divide(amount, np.add(amount, 1, out=out), out=out)


@lru_cache(maxsize=100_000)
def _words(text: str) -> frozenset[str]:
    return frozenset(word for word in fold(text).split() if word not in _FILLERS)
