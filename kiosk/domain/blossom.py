"""The heaviest matching, exactly."""

import numpy as np
import rustworkx
from numpy.typing import NDArray

from kiosk.domain.pairs import Pairs


def rematch(partner: NDArray[np.intp], pairs: Pairs, turn: NDArray[np.int64], part: NDArray[np.bool_]) -> None:
    """Give the people of `part`, (n,), the best partners among themselves that `pairs` allow (Edmonds 1965).

    `part` holds the partners of all its people. In this order: as many as can be, those of the highest `turn`, (n,),
    the fewest who came up before, the most worth. `partner`, (n,), tells each one's partner, or themselves.
    """
    people = np.flatnonzero(part)
    place = np.cumsum(part) - 1
    among = pairs.only(part[pairs.one] & part[pairs.other])
    weights = _levels(among, turn, len(people) // 2)
    graph = rustworkx.PyGraph(multigraph=False)
    edges = zip(place[among.one].tolist(), place[among.other].tolist(), weights.tolist(), strict=True)
    graph.extend_from_weighted_edge_list(list(edges))
    partner[people] = people
    for one, other in rustworkx.max_weight_matching(graph, max_cardinality=True, weight_fn=int):
        partner[people[[one, other]]] = people[[other, one]]


def _levels(pairs: Pairs, turn: NDArray[np.int64], most: int) -> NDArray[np.int64]:
    """One whole number for each pair: one that came up before costs more than any `most` pairs are worth, and one
    person whose turn it is counts more than all of these. Ten thousand people and a hundred turns fit in 64 bits."""
    all_worth = (int(np.ptp(pairs.worth)) + 1) * (most + 1) if len(pairs) else 0
    all_before = all_worth * (most + 1)
    whose = turn[pairs.one] + turn[pairs.other]
    return np.asarray(pairs.worth - pairs.before * all_worth + whose * all_before, dtype=np.int64)
