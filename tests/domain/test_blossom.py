from collections.abc import Iterator
from random import Random

import numpy as np
import pytest
import rustworkx
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.blossom import rematch
from kiosk.domain.pairs import Pairs
from kiosk.domain.turns import Turns
from tests.domain.drawn import a_large_room
from tests.domain.drawn import as_pairs
from tests.domain.drawn import called
from tests.domain.drawn import matched
from tests.domain.drawn import no_prices
from tests.domain.drawn import some_pairs


def all_matchings(pairs: Pairs, at: int = 0, taken: frozenset[int] = frozenset()) -> Iterator[list[int]]:
    """Every set of pairs in which nobody stands twice."""
    if at == len(pairs):
        yield []
        return
    yield from all_matchings(pairs, at + 1, taken)
    both = {int(pairs.one[at]), int(pairs.other[at])}
    if not taken & both:
        yield from ([at, *rest] for rest in all_matchings(pairs, at + 1, taken | both))


def merit(made: Pairs, turns: Turns) -> tuple[int, ...]:
    """What counts, the first first."""
    whose, longest = (int(each[made.one].sum() + each[made.other].sum()) for each in (turns.called, turns.waited))
    return len(made), whose, -int(made.before.sum()), longest, int(made.worth.sum())


@given(some_pairs(), st.randoms(use_true_random=False))
def test_no_other_matching_is_better_in_what_counts_first(drawn: tuple[Pairs, np.ndarray], random: Random) -> None:
    """Whatever people pay: prices are what they please."""
    pairs, turn = drawn
    partner, turns = np.arange(len(turn)), Turns(turn, np.array([random.randrange(3) for _ in turn], dtype=np.int64))
    price = np.array([random.choice([0, 0.5, 3, 1e4]) for _ in turn], dtype=np.float32)
    rematch(partner, pairs, price, turns, np.ones(len(turn), dtype=bool))
    best = max(merit(pairs.only(np.isin(np.arange(len(pairs)), each)), turns) for each in all_matchings(pairs))
    assert merit(matched(partner, pairs), turns) == best


@pytest.mark.parametrize("size", [60, 61])
@pytest.mark.parametrize("share", [1.0, 0.15, 0.08])
@pytest.mark.parametrize("seed", range(3))
def test_of_many_too_however_many_are_left_over(size: int, share: float, seed: int) -> None:
    """Held against weights for rustworkx in which every pair bears all that counts of its people."""
    random = np.random.default_rng(seed)
    room = a_large_room(size, seed)
    pairs = room.only(random.random(len(room)) < share)
    pairs = Pairs(pairs.one, pairs.other, pairs.worth, random.random(len(pairs)) < 0.2)
    turns = Turns(random.integers(0, 3, size), random.integers(0, 5, size))
    partner = np.arange(size)
    rematch(partner, pairs, random.random(size, dtype=np.float32), turns, np.ones(size, dtype=bool))

    each = [pairs.only(np.arange(len(pairs)) == n) for n in range(len(pairs))]
    graph = rustworkx.PyGraph(multigraph=False)
    weights = [sum(level * 10 ** (10 * at) for at, level in enumerate(merit(one, turns)[:0:-1])) for one in each]
    graph.extend_from_weighted_edge_list(list(zip(pairs.one.tolist(), pairs.other.tolist(), weights, strict=True)))
    best = rustworkx.max_weight_matching(graph, max_cardinality=True, weight_fn=int)
    chosen = {(min(two), max(two)) for two in best}
    listed = zip(pairs.one.tolist(), pairs.other.tolist(), strict=True)
    assert merit(matched(partner, pairs), turns) == merit(
        pairs.only(np.array([two in chosen for two in listed])), turns
    )


def test_no_worth_of_any_number_of_pairs_makes_up_for_one_that_came_up_before() -> None:
    size = 12
    fine = [(n, n + 1) for n in range(0, size, 2)]
    poor = [(n, n + 1) for n in range(1, size - 1, 2)] + [(0, size - 1)]
    pairs = as_pairs([*fine, *poor], [10] * 6 + [1] * 6, [True] + [False] * 11)
    partner = np.arange(size)
    rematch(partner, pairs, no_prices(pairs), called([0] * size), np.ones(size, dtype=bool))
    assert not matched(partner, pairs).before.any()


def test_no_number_of_pairs_that_came_up_before_makes_up_for_one_whose_turn_it_is() -> None:
    """Eleven in a row: without the last all pairs are new, without the first all came up before."""
    pairs = as_pairs([(n, n + 1) for n in range(10)], [1] * 10, [n % 2 == 1 for n in range(10)])
    partner = np.arange(11)
    rematch(partner, pairs, no_prices(pairs), called([0] + [1] * 10), np.ones(11, dtype=bool))
    assert partner[0] == 0
    assert matched(partner, pairs).before.sum() == 5


def test_people_outside_the_part_keep_their_partners() -> None:
    pairs = as_pairs([(0, 1), (1, 2), (2, 3), (0, 3), (4, 5), (3, 4)], [1, 9, 1, 9, 1, 99])
    partner = np.array([1, 0, 3, 2, 5, 4])
    rematch(partner, pairs, no_prices(pairs), called([0] * 6), np.array([True] * 4 + [False] * 2))
    assert partner.tolist() == [3, 2, 1, 0, 5, 4]


def test_the_turns_of_ten_thousand_people_do_not_overflow() -> None:
    size = 10_000
    pairs = as_pairs([(0, size - 1), (1, size - 1), (2, size - 1)], [2_000_000, 0, 0])
    partner = np.arange(size)
    rematch(partner, pairs, no_prices(pairs), called(range(size)), np.ones(size, dtype=bool))
    assert partner[2] == size - 1
