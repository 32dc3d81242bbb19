import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.blossom import rematch
from kiosk.domain.cover import cover
from kiosk.domain.cover import mend
from kiosk.domain.pairs import Pairs
from tests.bench.bound import prices
from tests.domain.drawn import a_large_room
from tests.domain.drawn import as_pairs
from tests.domain.drawn import called
from tests.domain.drawn import matched
from tests.domain.drawn import no_prices
from tests.domain.drawn import some_pairs


@given(some_pairs(most=12))
def test_everyone_has_the_partner_who_has_them(drawn: tuple[Pairs, np.ndarray]) -> None:
    pairs, turn = drawn
    matched(cover(pairs, np.zeros(len(turn), np.float32), called(turn)), pairs)


@given(some_pairs(most=12))
def test_no_matching_is_worth_more_than_its_people_cost(drawn: tuple[Pairs, np.ndarray]) -> None:
    pairs, turn = drawn
    if len(pairs):
        price = prices(pairs, len(turn))
        for partner in (cover(pairs, np.zeros(len(turn), np.float32), called(turn)), np.arange(len(turn))):
            rematch(partner, pairs, price.astype(np.float32), called(turn), partner != np.arange(len(turn)))
            made = matched(partner, pairs)
            assert made.worth.sum() <= price[made.one].sum() + price[made.other].sum()


@pytest.mark.parametrize("seed", range(4))
def test_a_large_room_is_matched_nearly_as_well_as_can_be_proven(seed: int) -> None:
    pairs = a_large_room(1200, seed)
    partner = cover(pairs, no_prices(pairs), called([0] * 1200))
    bound = prices(pairs, 1200).sum()
    assert np.count_nonzero(partner != np.arange(1200)) >= 1198
    assert 0.99 * bound <= matched(partner, pairs).worth.sum() <= bound


def test_prices_change_where_the_search_begins_and_not_what_it_finds() -> None:
    pairs, turns = a_large_room(600, 5), called([0] * 600)
    some = np.random.default_rng(1).random(600, dtype=np.float32)
    totals = [matched(cover(pairs, price, turns), pairs).worth.sum() for price in (no_prices(pairs), some)]
    assert totals[0] == pytest.approx(totals[1], rel=0.005)


@given(st.integers(0, 2**32))
def test_where_all_are_alike_all_are_matched(seed: int) -> None:
    pairs = a_large_room(60, seed)
    alike = Pairs(pairs.one, pairs.other, np.full(len(pairs), 7), pairs.before)
    partner = cover(alike, no_prices(alike), called([0] * 60))
    assert np.count_nonzero(partner == np.arange(60)) <= 2


def test_two_triangles_meet_over_the_pair_that_costs_least() -> None:
    """The best half-integral matching goes around both triangles; the best whole one must join them."""
    corners = [(0, 1), (1, 2), (0, 2), (3, 4), (4, 5), (3, 5)]
    pairs = as_pairs([*corners, (0, 3), (2, 5)], [900] * 6 + [10, 600])
    assert cover(pairs, no_prices(pairs), called([0] * 6)).tolist() == [1, 0, 5, 4, 3, 2]


def test_who_came_up_before_is_the_last_choice_and_better_than_nobody() -> None:
    ring = [(0, 1), (1, 2), (2, 3), (0, 3)]
    turns = called([0] * 4)
    one_again = as_pairs(ring, [1, 900, 1, 900], [False, True, False, False])
    assert cover(one_again, no_prices(one_again), turns).tolist() == [1, 0, 3, 2]
    all_again = as_pairs(ring, [1, 900, 1, 900], [True] * 4)
    assert cover(all_again, no_prices(all_again), turns).tolist() == [3, 2, 1, 0]


def test_who_is_left_alone_is_not_whose_turn_it_is() -> None:
    star = as_pairs([(0, 3), (1, 3), (2, 3)], [900, 1, 1])
    assert cover(star, no_prices(star), called([0, 0, 1, 0])).tolist() == [0, 1, 3, 2]


def test_mending_changes_nothing_far_from_those_it_is_for() -> None:
    """A row of pairs, each a little better shifted by one; of the first two only those near change."""
    size = 200
    pairs = as_pairs([(n, n + 1) for n in range(size - 1)], [100 + n % 2 for n in range(size - 1)])
    partner = np.arange(size) ^ 1
    partner[0], partner[1] = 0, 1
    mend(np.array([0, 1]), partner, pairs, no_prices(pairs), called([0] * size), np.ones(size, dtype=bool))
    assert partner.tolist() == (np.arange(size) ^ 1).tolist()
