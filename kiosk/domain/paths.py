"""Whether more could be matched, or someone else be left alone: alternating paths (Edmonds 1965).

A path from someone alone goes to whom they may meet, on to that one's partner, to whom these may meet, and so on. If it
ends at someone else alone, all on it can be matched to the next; else whoever it comes to by way of their partner could
be the one alone instead. Nobody's possible partners are listed but those of the people a search comes to.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

MayMeet = Callable[[int], NDArray[np.bool_]]
"""Whom one person may meet, (n,)."""


def complete(partner: NDArray[np.intp], order: NDArray[np.int64], may_meet: MayMeet) -> None:
    """Match as many as can be, and among them those of the highest `order`, (n,), with few changes to `partner`, (n,).

    `partner` holds each one's partner, or themselves for someone alone. Whoever is alone changes places, one after the
    other, with the last in order who could be alone instead: after that no other change makes it better, since the
    sets of people who can be matched at once are a matroid (Edmonds and Fulkerson 1965).
    """
    everyone = np.arange(len(partner))
    while len(alone := np.flatnonzero(partner == everyone)) > 1:
        trees = _Trees(partner, may_meet)
        joint = trees.grow(alone)
        if joint is None:
            break
        one, other = joint
        trees.leave_alone(one)
        trees.leave_alone(other)
        partner[one], partner[other] = other, one
    for person in alone:
        last = order[partner != everyone].min(initial=order[person])
        if last == order[person]:
            continue
        trees = _Trees(partner, may_meet)
        trees.grow(np.array([person]), until=order <= last)
        reached = np.flatnonzero(trees.root >= 0)
        instead = int(reached[np.argmin(order[reached])])
        if order[instead] < order[person]:
            trees.leave_alone(instead)


class _Trees:
    """Everyone who could be alone instead of the `root` they are reached from, and those passed on the way.

    Where a path runs into its own tree, the circle it closes becomes one: all in it have the same `base`, and each
    could be alone. `above` holds from whom someone is reached, the step before their partner.
    """

    def __init__(self, partner: NDArray[np.intp], may_meet: MayMeet) -> None:
        self.root = np.full(len(partner), -1)
        self._partner = partner
        self._may_meet = may_meet
        self._above = np.full(len(partner), -1)
        self._base = np.arange(len(partner))

    def grow(self, alone: NDArray[np.intp], until: NDArray[np.bool_] | None = None) -> tuple[int, int] | None:
        """Reach all there are from these people; the two, if any, who may meet and are in trees of different roots.

        Nobody more is looked for once one of those in `until`, (n,), is reached.
        """
        self.root[alone] = alone
        reached: list[int] = alone.tolist()
        for person in reached:
            if until is not None and (until & (self.root >= 0)).any():
                break
            near = self._may_meet(person)
            joint = np.flatnonzero(near & (self.root >= 0) & (self.root != self.root[person]))
            if joint.size:
                return person, int(joint[0])
            for other in np.flatnonzero(near & (self.root < 0) & (self._above < 0)).tolist():
                if self.root[other] < 0:
                    mate = int(self._partner[other])
                    self._above[other] = person
                    self.root[mate] = self.root[person]
                    reached.append(mate)
            while (circle := np.flatnonzero(near & (self.root >= 0) & (self._base != self._base[person]))).size:
                reached += self._close(person, int(circle[0]))
        return None

    def leave_alone(self, person: int) -> None:
        """Let this one be alone instead of their root, along the path by which they were reached."""
        mate, self._partner[person] = self._partner[person], person
        while mate != person:
            person = self._above[mate]
            following = self._partner[person]
            self._partner[mate], self._partner[person] = person, mate
            mate = following

    def _close(self, one: int, other: int) -> list[int]:
        """Make one of the circle that these two close; those in it who had not been reached are now."""
        top = self._meet(one, other)
        bases = np.zeros(len(self._base), dtype=bool)
        for person, beside in ((one, other), (other, one)):
            while self._base[person] != top:
                mate = self._partner[person]
                bases[self._base[[person, mate]]] = True
                self._above[person] = beside
                person, beside = self._above[mate], mate
        inside = bases[self._base]
        self._base[inside] = top
        fresh = np.flatnonzero(inside & (self.root < 0))
        self.root[fresh] = self.root[top]
        return list(fresh.tolist())

    def _meet(self, one: int, other: int) -> int:
        """The first base above both."""
        seen = set()
        base = self._base[one]
        while True:
            seen.add(base)
            if self._partner[base] == base:
                break
            base = self._base[self._above[self._partner[base]]]
        base = self._base[other]
        while base not in seen:
            base = self._base[self._above[self._partner[base]]]
        return int(base)
