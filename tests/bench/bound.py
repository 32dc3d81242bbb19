"""What no matching can exceed, and the proof of it: prices for people such that no pair is worth more than its two."""

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.csgraph import min_weight_full_bipartite_matching

from kiosk.domain.pairs import UNITS
from kiosk.domain.pairs import Pairs
from kiosk.domain.worth import Worth

ALONE = 10
"""How many times what the best pair is worth it costs to leave someone alone."""


def prices(pairs: Pairs, size: int) -> NDArray[np.float64]:
    """A price for each of n people, (n,), in `UNITS`: no pair is worth more than both of its people cost.

    So no matching of these pairs is worth more than all cost whom it matches; and where everyone can be matched, the
    prices of all add up to the best half-integral matching, the least that can be proven in this way. They are the dual
    solution of the assignment of two copies of the room, found by the longest paths along which it could be changed.
    Raises AssertionError if they prove nothing.
    """
    everyone = np.arange(size)
    rows = np.concatenate([pairs.one, pairs.other, everyone])
    columns = np.concatenate([pairs.other, pairs.one, everyone])
    worth = np.concatenate([pairs.worth, pairs.worth, np.full(size, -ALONE * pairs.worth.max())])
    matrix = csr_array((worth.max() + 1.0 - worth, (rows, columns)), (size, size))
    assigned = min_weight_full_bipartite_matching(matrix)[1]

    order = np.lexsort((rows, columns))
    rows, columns, worth = rows[order], columns[order], worth[order]
    first = np.searchsorted(columns, everyone)
    earned = np.zeros(size, np.int64)
    chosen = assigned[rows] == columns
    earned[rows[chosen]] = worth[chosen]
    second, before = np.zeros(size, np.int64), np.full(size, -1)
    while (second != before).any():
        before = second
        second = np.maximum(before, np.maximum.reduceat(worth - earned[rows] + before[assigned[rows]], first))
    price = (earned - second[assigned] + second) / 2
    assert (price[pairs.one] + price[pairs.other] >= pairs.worth).all()
    assert price.sum() == earned.sum() / 2
    return np.asarray(price, dtype=np.float64)


def prices_for_all(pairs: Pairs, worth: Worth, rounds: int = 3) -> NDArray[np.float64]:
    """The same for all possible pairs of the room.

    For each person the pair that breaks the prices most is looked at too, a few times over; then the prices are raised
    until they hold for every pair.
    """
    for _ in range(rounds):
        price = prices(pairs, worth.size)
        over, most = np.zeros(worth.size), np.zeros(worth.size, np.intp)
        for rows in worth.slices():
            broken = worth.rows(rows).astype(np.float64) * UNITS - np.add.outer(price[rows], price)
            most[rows], over[rows] = broken.argmax(axis=1), broken.max(axis=1, initial=0)
        breaking = np.flatnonzero(over)
        pairs = pairs.and_also(worth.between(breaking, most[breaking]))
    return price + over / 2
