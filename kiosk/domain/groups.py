"""Threes and fours made of the pairs: for those left over, and for those who would rather be three or four.

Someone may join two whom they may meet; or two of whom they met each, and who have not met: as their bridge, which is
better than any other third.

A wish for a small group is kept even where only one in an even room has it, though two threes then take in four who did
not ask: nobody loses a meeting by it, and a wish that is kept only by luck need not be asked for.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kiosk.domain.pairs import UNITS
from kiosk.domain.pairs import Pairs
from kiosk.domain.seated import Seated
from kiosk.domain.worth import LAST_CHOICE

_BRIDGE = 1_000.0
"""What a bridge counts against what a third is worth to two: it always decides."""

_WISHED = 200.0
"""What it counts that one of a pair would rather be three: it decides among those who are no bridge. Where both would,
half of it: they could also be four."""


@dataclass(frozen=True, slots=True)
class Group:
    """Places of two to four people; the `bridge` is one of three who has met both others. `drawn`: at random."""

    places: tuple[int, ...]
    bridge: int | None = None
    drawn: bool = False


def grouped(partner: NDArray[np.intp], pairs: Pairs, seated: Seated, drawn: NDArray[np.intp]) -> list[Group]:
    """The groups that these pairs make; `drawn`, (n,), are the partners drawn at random.

    Nobody of a pair is left alone, and everyone left over finds a place if one exchange or none is enough for it.
    """
    groups = _Groups(partner, pairs, seated)
    left_over = np.flatnonzero(partner == np.arange(len(partner)))
    for person in left_over[np.argsort(-seated.turns.order[left_over], kind="stable")].tolist():
        groups.take_in(person)
    if seated.company.any():
        groups.grow()
    two = groups.two()
    return groups.larger + [Group((one, other), drawn=bool(drawn[one] == other)) for one, other in two]


class _Groups:
    """Pairs, (pairs,), of which some have become `larger` groups and are no more `_open`."""

    def __init__(self, partner: NDArray[np.intp], pairs: Pairs, seated: Seated) -> None:
        made = pairs.only(partner[pairs.one] == pairs.other)
        self.larger: list[Group] = []
        self._seated = seated
        self._one, self._other = made.one.copy(), made.other.copy()
        self._value = made.worth / UNITS - LAST_CHOICE * made.before
        self._open = np.ones(len(made), dtype=bool)

    def two(self) -> list[tuple[int, int]]:
        """The pairs that are left."""
        return list(zip(self._one[self._open].tolist(), self._other[self._open].tolist(), strict=True))

    def take_in(self, person: int) -> None:
        """Let this one, who is left over, join a pair; or take the place of someone who then joins another pair.

        A bridge comes first. Else it is a pair in which someone would rather be three, and of these the one whose
        weakest two of three are best.
        """
        welcome = self._welcome(person)
        if welcome.max(initial=-np.inf) < _BRIDGE / 2:
            instead = self._replaced(person, self._bridges(), least=-LAST_CHOICE / 2)
            if instead is None and welcome.max(initial=-np.inf) == -np.inf:
                instead = self._replaced(person, self._thirds())
            if instead is not None:
                person, welcome = instead, self._welcome(instead)
        if welcome.max(initial=-np.inf) > -np.inf:
            self._join(person, int(np.argmax(welcome)))

    def grow(self) -> None:
        """Make threes and fours of the pairs in which someone would rather be more.

        Two pairs in which all would rather can be four, and any three pairs two threes. There are as many fours as
        leave the fewest in pairs who would rather be more, and then the fewest in threes who would not.
        """
        wished = self._wished()
        pairs, wishing, all_would = (
            int(np.count_nonzero(self._open & which)) for which in (wished >= 0, wished > 0, wished == _WISHED / 2)
        )

        def missed(fours: int) -> tuple[int, int]:
            left = wishing - 2 * fours
            return max(0, left - (pairs - 2 * fours) // 3 * 3), -left % 3

        for _ in range(min(range(all_would // 2 + 1), key=missed)):
            self._double(int(np.argmax(self._open & (wished == _WISHED / 2))))
        for first in np.argsort(-wished, kind="stable")[: np.count_nonzero(wished)].tolist():
            if self._open[first] and not self._split(first):
                self._double(first)

    def _wished(self) -> NDArray[np.float64]:
        """How much it counts that a third joins each pair, (pairs,)."""
        would = np.stack([self._seated.company[self._one], self._seated.company[self._other]]).sum(axis=0)
        return np.asarray(np.choose(would, [0, _WISHED, _WISHED / 2]))

    def _welcome(self, person: int) -> NDArray[np.float64]:
        """How good it would be that this one joins each pair, (pairs,); -inf where they must not."""
        theirs, met = self._seated.worth.of(person), self._has_met(person)
        weakest = np.minimum(np.minimum(theirs[self._one], theirs[self._other]), self._value)
        weakest = np.where(met[self._one] & met[self._other], self._value + _BRIDGE, weakest)
        weakest[~self._open | (self._one == person) | (self._other == person)] = -np.inf
        return np.asarray(weakest + self._wished())

    def _joining(self, pair: int) -> NDArray[np.float64]:
        """How good it would be that each of n people joins this pair, (n,); -inf where they must not."""
        one, other = int(self._one[pair]), int(self._other[pair])
        weakest = np.minimum(self._seated.worth.of(one), self._seated.worth.of(other))
        weakest = np.minimum(weakest, self._value[pair])
        bridge = self._has_met(one) & self._has_met(other)
        return np.asarray(np.where(bridge, self._value[pair] + _BRIDGE, weakest))

    def _has_met(self, person: int) -> NDArray[np.bool_]:
        met = np.zeros(len(self._seated.ids), dtype=bool)
        met[self._seated.met.of(person)] = True
        return met

    def _join(self, person: int, pair: int) -> None:
        two = int(self._one[pair]), int(self._other[pair])
        self.larger.append(Group((*two, person), person if self._has_met(person)[list(two)].all() else None))
        self._open[pair] = False

    def _bridges(self) -> NDArray[np.intp]:
        """People who met both of a pair, (k,)."""
        pair, bridge = self._seated.met.with_both(self._one, self._other)
        return np.unique(bridge[self._open[pair]])

    def _thirds(self) -> NDArray[np.intp]:
        """People who may join another pair than theirs, (k,)."""
        two = [person for pair in self.two() for person in pair]
        return np.array([who for who in two if self._welcome(who).max() > -np.inf], dtype=np.intp)

    def _replaced(self, person: int, others: NDArray[np.intp], least: float = -np.inf) -> int | None:
        """Whose place in a pair this one has taken, of these others, (k,): where most is won by it, if a pair that is
        made is worth more than the `least`."""
        pair_of = np.full(len(self._seated.ids), -1)
        pair_of[self._one[self._open]] = pair_of[self._other[self._open]] = np.flatnonzero(self._open)
        others = others[pair_of[others] >= 0]
        pair = pair_of[others]
        stays = self._one[pair] + self._other[pair] - others
        theirs = self._seated.worth.of(person)[stays]
        won = np.where(theirs > least, theirs - self._value[pair], -np.inf)
        if won.max(initial=-np.inf) == -np.inf:
            return None
        best = int(np.argmax(won))
        self._one[pair[best]], self._other[pair[best]] = stays[best], person
        self._value[pair[best]] = theirs[best]
        return int(others[best])

    def _double(self, first: int) -> bool:
        """Put this pair and another together if all four would rather be more; whether it could be done."""
        company = self._seated.company
        would = self._open & company[self._one] & company[self._other]
        if not would[first]:
            return False
        would[first] = False
        joining = self._joining(first)
        joining[joining > _BRIDGE / 2] = -np.inf
        value = np.where(would, np.minimum(joining[self._one], joining[self._other]), -np.inf)
        best = int(np.argmax(value))
        if value[best] == -np.inf:
            return False
        self.larger.append(Group((*(int(end[pair]) for pair in (first, best) for end in (self._one, self._other)),)))
        self._open[[first, best]] = False
        return True

    def _split(self, first: int) -> bool:
        """Let one of another pair join this one, and the other of it a third pair; whether it could be done."""
        people = np.concatenate([self._one, self._other])
        joining = self._joining(first)[people]
        joining += np.tile(np.where(self._open, self._wished() - self._value, -np.inf), 2)
        joining[[first, first + len(self._one)]] = -np.inf
        for place in np.argsort(-joining, kind="stable")[: np.count_nonzero(joining > -np.inf)].tolist():
            parted = place % len(self._one)
            person, rest = int(people[place]), int(self._one[parted] + self._other[parted] - people[place])
            welcome = self._welcome(rest)
            welcome[first] = -np.inf
            if welcome.max() > -np.inf:
                self._open[parted] = False
                self._join(person, first)
                self._join(rest, int(np.argmax(welcome)))
                return True
        return False
