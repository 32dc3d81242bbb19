"""The best matching of a few hundred people, exactly."""

import numpy as np
import rustworkx
from numpy.typing import NDArray

from kiosk.domain.pairs import UNITS
from kiosk.domain.pairs import Pairs
from kiosk.domain.turns import Turns


def rematch(
    partner: NDArray[np.intp],
    pairs: Pairs,
    price: NDArray[np.float32],
    turns: Turns,
    part: NDArray[np.bool_],
) -> None:
    """Give the people of `part`, (n,), the best partners among themselves that `pairs` allow (Edmonds 1965).

    `part` holds the partners of all its people. In this order: as many as can be, those who are called most, the
    fewest who came up before, those who waited longest, the most worth. `partner`, (n,), tells each one's partner, or
    themselves.

    In every matching of `_heaviest` all have a partner or a chair, so that all pay their `price`, (n,). This changes
    nothing but where the search begins: near its end, if prices are good.
    """
    among = pairs.only(part[pairs.one] & part[pairs.other])
    people, ends = np.unique(np.concatenate([among.one, among.other]), return_inverse=True)
    one, other = np.split(ends, 2)
    pays = np.rint(price[people].astype(np.float64) * UNITS).astype(np.int64)
    none, once = np.zeros_like(among.worth), np.ones_like(pays)
    meet = np.stack([none, none, among.before, none, pays[one] + pays[other] - among.worth])
    alone = np.stack([once, turns.called[people], 0 * once, turns.waited[people], pays])
    weights = _weights(np.hstack([meet, alone]), most=1 + len(people))
    edges = list(zip(one.tolist(), other.tolist(), weights, strict=False))

    partner[part] = np.flatnonzero(part)
    for first, second in _heaviest(edges, weights[len(edges) :]):
        partner[people[[first, second]]] = people[[second, first]]


def _weights(levels: NDArray[np.int64], most: int) -> list[int]:
    """One whole number for each of k, from what it costs on the `levels`, (levels, k): a step on one counts more than
    all that `most` of them cost on those after it. 64 bits would be too few for it."""
    weights, step = np.zeros(levels.shape[1], dtype=object), 1
    for level in levels[::-1]:
        weights -= step * level.astype(object)
        step *= 1 + 2 * most * int(np.abs(level).max(initial=0))
    return list(weights.tolist())


def _heaviest(pairs: list[tuple[int, int, int]], alone: list[int]) -> list[tuple[int, int]]:
    """The pairs of the heaviest matching of n people, from pairs with their weights and what it weighs that each one,
    (n,), is alone.

    Whoever is alone is with an empty chair. An odd number shares one; and where that is not enough, everyone brings
    their own, and the chairs of two who meet go together.
    """
    size, odd = len(alone), len(alone) % 2
    pairs = pairs + [(person, size, weight) for person, weight in enumerate(alone) if odd]
    graph = rustworkx.PyGraph(multigraph=False)
    graph.extend_from_weighted_edge_list(pairs)
    made = rustworkx.max_weight_matching(graph, max_cardinality=True, weight_fn=int)
    if 2 * len(made) < size:
        own = size + odd
        graph.extend_from_weighted_edge_list([(one + own, other + own, 0) for one, other, _ in pairs])
        graph.extend_from_weighted_edge_list([(person, person + own, weight) for person, weight in enumerate(alone)])
        made = rustworkx.max_weight_matching(graph, max_cardinality=True, weight_fn=int)
    return [two for two in made if max(two) < size]
