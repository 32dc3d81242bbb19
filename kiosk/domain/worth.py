"""What it is worth that two people meet this round: the benefit of both, and whose turn it is."""

from collections.abc import Iterator

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from kiosk.domain.benefit import Benefits
from kiosk.domain.pairs import UNITS
from kiosk.domain.pairs import Marked
from kiosk.domain.pairs import Pairs
from kiosk.domain.possible import Possible

FIRST_MEETING = 0.25
"""Raises all pairs of a person without a good meeting yet, so that theirs become the better ones. Picked once by hand;
in a replay of speed-dating records a boost of this kind brought 5.8 points more people to a mutual yes."""

WAITED = 0.05
"""What the longest wait is worth against a better match. It mostly decides whom an odd number leaves over."""

CHANCE = 0.01
"""Seeded noise, so that equals are drawn rather than ranked. Smaller than any reason to meet."""

LAST_CHOICE = 10.0
"""Put down for two who came up before: more than any pair is worth."""

_SLICE = 2**18
"""Pairs looked at in one go: few enough for a processor's cache, enough to make the going worth it."""


class Worth:
    """What each pair of n people is worth, worked out for a few of them at a time."""

    def __init__(
        self,
        benefits: Benefits,
        possible: Possible,
        before: Marked,
        none_yet: NDArray[np.bool_],
        waited: NDArray[np.float64],
        random: np.random.Generator,
    ) -> None:
        """`none_yet`, (n,): who has no good meeting; `waited`, (n,): how long, from 0 to 1 for the longest."""
        self.size = len(none_yet)
        self.before = before
        self._benefits = benefits
        self._possible = possible
        self._first = np.float32(FIRST_MEETING) * none_yet
        self.waited = WAITED * waited / 2
        # One draw for all pairs whose places add up to the same: as good as one for each where places are drawn.
        drawn = random.random(2 * self.size, dtype=np.float32) * np.float32(CHANCE)
        self._chance = sliding_window_view(drawn, self.size)

    def slices(self) -> Iterator[NDArray[np.intp]]:
        """All n people, a few at a time."""
        few = max(1, _SLICE // self.size)
        for start in range(0, self.size, few):
            yield np.arange(start, min(start + few, self.size))

    def rows(self, rows: NDArray[np.intp]) -> NDArray[np.float32]:
        """The worth for these k people to meet each of all n, (k, n); -inf where they must not.

        Without what waiting counts: in who is best for someone, it makes no difference.
        """
        value = self._benefits.weights(rows)
        value *= np.add.outer(self._first[rows], 1 + self._first)
        value += self._chance[rows]
        np.copyto(value, -np.inf, where=~self._possible.rows(rows))
        return value

    def of(self, person: int) -> NDArray[np.float64]:
        """The whole worth for one person to meet each of all n, (n,), those who came up before far behind."""
        value = self.rows(np.array([person]))[0] + self.waited[person] + self.waited
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
        whole = value[kept] + (self.waited[one] + self.waited[other])
        return Pairs(one, other, np.rint(whole * UNITS).astype(np.int64), self.before.has(one, other))
