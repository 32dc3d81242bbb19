"""What it is worth that two people meet this round: what they stated, what the evening has taught, what they wish."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from kiosk.domain.benefit import Benefits
from kiosk.domain.liking import Liking
from kiosk.domain.pairs import UNITS
from kiosk.domain.pairs import Marked
from kiosk.domain.pairs import Pairs
from kiosk.domain.possible import Possible

TAUGHT = 6.0
"""What two who are certain to be glad of each other are worth, against an exchange that both state. Most people are not
far from what is usual, so that it seldom tells two pairs apart by more than one exchange. This and the next were chosen
by leaving out waves of speed-dating records: see `tests/bench/outcomes.py`."""

FIRST_MEETING = 1.0
"""Raises all pairs of a person without a good meeting yet, so that theirs become the better ones. More of it finds one
for more people, and fewer good meetings in all."""

COMPANY = 0.5
"""What it is worth that two who would rather be three or four meet: they make a group without drawing in others."""

CHANCE = 0.01
"""Seeded noise, so that equals are drawn rather than ranked. Smaller than any reason to meet."""

LAST_CHOICE = 50.0
"""Put down for two who came up before: more than any pair is worth."""

_SLICE = 2**18
"""Pairs looked at in one go: few enough for a processor's cache, enough to make the going worth it."""


@dataclass(frozen=True, slots=True)
class Worth:
    """What each pair of n people is worth, worked out for a few of them at a time.

    `none_yet`, (n,): who has no good meeting; `company`, (n,): who would rather be three or four. `chance`, (2n,), from
    0 to 1, is drawn for all pairs whose places add up to the same: as good as for each where places are drawn.
    """

    benefits: Benefits
    liking: Liking
    possible: Possible
    before: Marked
    none_yet: NDArray[np.bool_]
    company: NDArray[np.bool_]
    chance: NDArray[np.float32]

    @property
    def size(self) -> int:
        return len(self.none_yet)

    def slices(self) -> Iterator[NDArray[np.intp]]:
        """All n people, a few at a time."""
        few = max(1, _SLICE // self.size)
        for start in range(0, self.size, few):
            yield np.arange(start, min(start + few, self.size))

    def rows(self, rows: NDArray[np.intp]) -> NDArray[np.float32]:
        """The worth for these k people to meet each of all n, (k, n); -inf where they must not."""
        value = self.benefits.weights(rows)
        value += np.float32(TAUGHT) * self.liking.rows(rows)
        first = np.float32(FIRST_MEETING) * self.none_yet
        value *= np.add.outer(first[rows], 1 + first)
        wishing = np.flatnonzero(self.company[rows])
        value[wishing] += np.float32(COMPANY) * self.company
        value += sliding_window_view(np.float32(CHANCE) * self.chance, self.size)[rows]
        np.copyto(value, -np.inf, where=~self.possible.rows(rows))
        return value

    def of(self, person: int) -> NDArray[np.float64]:
        """The whole worth for one person to meet each of all n, (n,), those who came up before far behind."""
        value = self.rows(np.array([person]))[0]
        value[self.before.of(person)] -= LAST_CHOICE
        return np.asarray(value, dtype=np.float64)

    def between(self, one: NDArray[np.intp], other: NDArray[np.intp]) -> Pairs:
        """Each of these pairs once; impossible ones are dropped."""
        few = max(1, _SLICE // self.size)
        value = [
            self.rows(one[start : start + few])[np.arange(len(one[start : start + few])), other[start : start + few]]
            for start in range(0, len(one), few)
        ]
        return self.pairs(one, other, np.concatenate(value))

    def pairs(self, one: NDArray[np.intp], other: NDArray[np.intp], value: NDArray[np.float32]) -> Pairs:
        """Each of these pairs once, in either order and with its value in `rows`; impossible ones are dropped."""
        one, other = np.minimum(one, other), np.maximum(one, other)
        kept = np.flatnonzero(value > -np.inf)
        kept = kept[np.unique(one[kept] * self.size + other[kept], return_index=True)[1]]
        one, other = one[kept], other[kept]
        worth = np.rint(value[kept].astype(np.float64) * UNITS).astype(np.int64)
        return Pairs(one, other, worth, self.before.has(one, other))
