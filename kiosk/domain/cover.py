"""A nearly heaviest matching of a room too large for an exact one."""

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.csgraph import min_weight_full_bipartite_matching

from kiosk.domain.blossom import rematch
from kiosk.domain.pairs import UNITS
from kiosk.domain.pairs import Pairs
from kiosk.domain.turns import Turns

_STEPS = 500
"""To how many steps worth is rounded. Measured with 10,000 people: four times faster than to a millionth, for less than
a ten-thousandth of the total."""

_AGAIN = 2
"""What it costs that two come up again, in times of what the best pair is worth."""

_ALONE = 6
"""What it costs to leave someone alone, and for each time they are called as much again. Not so much that nothing could
make up for it, which would take long; `paths.complete` sees to the rest."""

_REACH = 8
"""Partners of each person to be mended who are looked at again, with their own."""

_AT_A_TIME = 128
"""People mended together: as many as are left over among 15,000, and few enough to be quick where there are more."""


def cover(pairs: Pairs, price: NDArray[np.float32], turns: Turns) -> NDArray[np.intp]:
    """Each one's partner, (n,), or themselves, out of `pairs`: nearly the best in all that `rematch` looks at.

    Two copies of the room are matched with each other, whoever finds nobody with their own copy. That is an assignment,
    soon solved, and the best half-integral matching: each person is in a pair, or in a cycle, half matched to the next
    and half to the one before. A cycle of even length falls into two matchings as good as it is. The people of the few
    odd ones are matched exactly, together with those around them.
    """
    partner, left_over = _split(_assigned(pairs, price, turns.called))
    mend(left_over, partner, pairs, price, turns, np.ones(len(partner), dtype=bool))
    return partner


def mend(
    some: NDArray[np.intp],
    partner: NDArray[np.intp],
    pairs: Pairs,
    price: NDArray[np.float32],
    turns: Turns,
    among: NDArray[np.bool_],
) -> None:
    """Match these k people, (k,), again, exactly, with the few for whom each loses least on the prices, and theirs.

    Nobody outside `among`, (n,), is touched: these have no partners outside it.
    """
    person, other = np.concatenate([pairs.one, pairs.other]), np.concatenate([pairs.other, pairs.one])
    loss = np.tile(price[pairs.one] + price[pairs.other] - pairs.worth / UNITS, 2)
    order = np.lexsort((loss, person))
    person, other = person[order], other[order]
    near = np.arange(len(person)) - np.searchsorted(person, person) < _REACH
    for start in range(0, len(some), _AT_A_TIME):
        part = np.zeros(len(partner), dtype=bool)
        part[some[start : start + _AT_A_TIME]] = True
        part[other[near & part[person]]] = True
        part &= among
        part[partner[part]] = True
        rematch(partner, pairs, price, turns, part)


def _assigned(pairs: Pairs, price: NDArray[np.float32], called: NDArray[np.int64]) -> NDArray[np.intp]:
    """Who of the second copy each person of the first is matched with, (n,)."""
    everyone = np.arange(len(called))
    step = max(1.0, pairs.worth.max(initial=0) / _STEPS)
    worth = np.rint(pairs.worth / step) - pairs.before * _STEPS * _AGAIN
    alone = -_STEPS * _ALONE * (1 + called)
    # All pay their prices in every matching, so these change nothing but where the search begins.
    cost = np.rint(price * (UNITS / step))
    rows = np.concatenate([pairs.one, pairs.other, everyone])
    columns = np.concatenate([pairs.other, pairs.one, everyone])
    costs = cost[rows] + cost[columns] - np.concatenate([worth, worth, alone])
    costs += 1 - costs.min(initial=0)
    matrix = csr_array((costs, (rows, columns)), (len(called), len(called)))
    return np.asarray(min_weight_full_bipartite_matching(matrix)[1], dtype=np.intp)


def _split(assigned: NDArray[np.intp]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """The partners, (n,), in pairs and all along the cycles; and those left over from cycles of odd length, (k,)."""
    everyone = np.arange(len(assigned))
    partner = np.where(assigned[assigned] == everyone, assigned, everyone)
    left_over = []
    left = (partner == everyone) & (assigned != everyone)
    for start in everyone[left]:
        if not left[start]:
            continue
        cycle = [start]
        while (following := assigned[cycle[-1]]) != start:
            cycle.append(following)
        left[cycle] = False
        if len(cycle) % 2:
            left_over.append(cycle.pop())
        partner[cycle[::2]], partner[cycle[1::2]] = cycle[1::2], cycle[::2]
    return partner, np.array(left_over, dtype=np.intp)
