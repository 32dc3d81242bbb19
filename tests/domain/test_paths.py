"""Completing a matching, held against a matching that knows all pairs and nothing but the turns."""

import numpy as np
import pytest
import rustworkx
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.paths import complete

Room = tuple[np.ndarray, np.ndarray, np.ndarray]


def completed(partner: np.ndarray, turn: np.ndarray, may_meet: np.ndarray) -> np.ndarray:
    done = partner.copy()
    complete(done, turn, may_meet.__getitem__)
    return done


@st.composite
def rooms(draw: st.DrawFn, most: int = 14) -> Room:
    """Some pairs of them matched already, whose turn it is, and who may meet whom."""
    size = draw(st.integers(1, most))
    random = np.random.default_rng(draw(st.integers(0, 2**32)))
    may_meet = np.triu(random.random((size, size)) < draw(st.sampled_from([0.1, 0.2, 0.4, 0.8])), 1)
    may_meet |= may_meet.T
    partner = np.arange(size)
    for one, other in np.argwhere(np.triu(may_meet)):
        if partner[one] == one and partner[other] == other and random.random() < 0.6:
            partner[one], partner[other] = other, one
    return partner, random.integers(0, draw(st.integers(1, 4)), size), may_meet


@given(rooms())
def test_as_many_as_can_be_are_matched_and_of_those_whose_turn_it_is(
    room: Room,
) -> None:
    partner, turn, may_meet = room
    everyone = np.arange(len(partner))
    done = completed(partner, turn, may_meet)
    matched = done != everyone
    assert (done[done] == everyone).all()
    assert may_meet[everyone[matched], done[matched]].all()
    graph = rustworkx.PyGraph(multigraph=False)
    pairs = np.argwhere(np.triu(may_meet)).tolist()
    graph.extend_from_weighted_edge_list([(a, b, int(turn[a] + turn[b])) for a, b in pairs])
    best = rustworkx.max_weight_matching(graph, max_cardinality=True, weight_fn=int)
    assert matched.sum() == 2 * len(best)
    assert turn[matched].sum() == sum(turn[a] + turn[b] for a, b in best)


@given(rooms())
def test_nobody_loses_their_partner_but_for_someone_whose_turn_comes_before_theirs(
    room: Room,
) -> None:
    partner, turn, may_meet = room
    done = completed(partner, turn, may_meet)
    everyone = np.arange(len(partner))
    dropped = np.sort(turn[(partner != everyone) & (done == everyone)])[::-1]
    taken = np.sort(turn[(partner == everyone) & (done != everyone)])[::-1]
    assert (taken[: len(dropped)] > dropped).all()


@pytest.mark.parametrize("size", [5, 7, 9])
def test_a_circle_of_odd_length_is_gone_around_either_way(size: int) -> None:
    """A circle with one more person at one place of it; whoever of the circle was left over, all find a partner."""
    for place in range(size):
        for left in range(size):
            may_meet = np.zeros((size + 1, size + 1), dtype=bool)
            for one in range(size):
                may_meet[one, (one + 1) % size] = may_meet[(one + 1) % size, one] = True
            may_meet[place, size] = may_meet[size, place] = True
            partner = np.arange(size + 1)
            for step in range(1, size, 2):
                one, other = (left + step) % size, (left + step + 1) % size
                partner[one], partner[other] = other, one
            assert (completed(partner, np.zeros(size + 1, dtype=int), may_meet) != np.arange(size + 1)).all()
