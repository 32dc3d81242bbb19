"""The control: pairs drawn at random, for an evening that wants to know what the matching is good for."""

import numpy as np
from numpy.typing import NDArray

from kiosk.domain.paths import complete
from kiosk.domain.seated import Seated


def drawn_pairs(share: float, seated: Seated, random: np.random.Generator) -> NDArray[np.intp]:
    """Each one's partner, (n,), or themselves for all who are to be matched as well as can be.

    Every pair of the round is drawn at random with the probability `share`. As many people are drawn, and as many of
    them paired as can be, with someone new to them, each in the order of the places, which are drawn as well.
    """
    size = len(seated.ids)
    partner = np.arange(size)
    pairs = random.binomial(size // 2, share)
    apart = np.ones(size, dtype=bool)
    apart[random.permutation(size)[: 2 * pairs]] = False

    nobody = np.zeros(size, dtype=bool)

    def new(person: int) -> NDArray[np.bool_]:
        return nobody if apart[person] else seated.new_to(person) & ~apart

    for person in np.flatnonzero(~apart).tolist():
        if partner[person] == person:
            free = np.flatnonzero(new(person) & (partner == np.arange(size)))
            if free.size:
                partner[person], partner[free[0]] = free[0], person
    complete(partner, np.zeros(size, dtype=np.int64), new)
    return partner
