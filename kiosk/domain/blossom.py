"""The heaviest matching, exactly."""

from collections.abc import Sequence

import numpy as np
import rustworkx
from numpy.typing import NDArray

from kiosk.domain.pairs import Pairs


def rematch(
    partner: NDArray[np.intp],
    pairs: Pairs,
    turn: NDArray[np.int64],
    part: NDArray[np.bool_],
    waited: NDArray[np.int64] | None = None,
) -> None:
    """Give the people of `part`, (n,), the best partners among themselves that `pairs` allow (Edmonds 1965).

    `part` holds the partners of all its people. In this order: as many as can be, those of the highest `turn`, (n,),
    the fewest who came up before, those who `waited`, (n,), longest if that is told, the most worth. `partner`, (n,),
    tells each one's partner, or themselves.
    """
    people = np.flatnonzero(part)
    place = np.cumsum(part) - 1
    among = pairs.only(part[pairs.one] & part[pairs.other])
    whose, longest = (
        np.zeros(len(among), dtype=np.int64) if each is None else each[among.one] + each[among.other]
        for each in (turn, waited)
    )
    weights = _weights((whose, ~among.before, longest, among.worth), len(people) // 2)
    graph = rustworkx.PyGraph(multigraph=False)
    edges = zip(place[among.one].tolist(), place[among.other].tolist(), weights, strict=True)
    graph.extend_from_weighted_edge_list(list(edges))
    partner[people] = people
    for one, other in rustworkx.max_weight_matching(graph, max_cardinality=True, weight_fn=int):
        partner[people[[one, other]]] = people[[other, one]]


def _weights(levels: Sequence[NDArray[np.generic]], most: int) -> list[int]:
    """One whole number for each pair: a step of each of the `levels`, (pairs,) from 0, counts more than any `most`
    pairs of those after it. 64 bits would be too few for it."""
    weights, step = np.zeros(len(levels[0]), dtype=object), 1
    for level in reversed(levels):
        weights += step * level.astype(object)
        step *= 1 + most * int(level.max(initial=0))
    return list(weights.tolist())
