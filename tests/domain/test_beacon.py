from itertools import pairwise
from itertools import permutations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.beacon import COLOURS
from kiosk.domain.beacon import SHAPES
from kiosk.domain.beacon import WORDS
from kiosk.domain.beacon import Beacon
from kiosk.domain.beacon import allot_beacons

TWO_WORDS = tuple(f"{one} {other}" for one, other in permutations(WORDS, 2))
EVERY = [Beacon(colour, shape, word) for word in ("", *WORDS, *TWO_WORDS) for colour in COLOURS for shape in SHAPES]
WITHOUT_TWO = 8 * 12 * 13


def test_there_are_beacons_for_twenty_thousand_people() -> None:
    assert len(set(EVERY)) == 8 * 12 * 145 == 13_920


def test_two_words_are_used_only_when_all_others_are_taken() -> None:
    allotted = allot_beacons(WITHOUT_TWO + 2, [], Random(1))
    assert [" " in beacon.word for beacon in allotted] == [False] * WITHOUT_TWO + [True] * 2


@given(st.integers(0, 300), st.sets(st.sampled_from(EVERY), max_size=200), st.integers(0, 5))
def test_no_two_matches_have_the_same_beacon(count: int, in_use: set[Beacon], seed: int) -> None:
    allotted = allot_beacons(count, in_use, Random(seed))
    assert len(set(allotted)) == len(allotted) == count
    assert not set(allotted) & in_use
    assert set(allotted) <= set(EVERY)


@pytest.mark.parametrize("seed", range(5))
def test_neighbours_differ_in_colour_and_in_shape(seed: int) -> None:
    allotted = allot_beacons(400, [], Random(seed))
    assert all(a.colour != b.colour and a.shape != b.shape for a, b in pairwise(allotted))


@given(st.sets(st.sampled_from(EVERY[:96]), max_size=80), st.integers(0, 5))
def test_a_word_is_used_only_when_all_without_are_taken(in_use: set[Beacon], seed: int) -> None:
    plain = 96 - len(in_use)
    allotted = allot_beacons(plain + 3, in_use, Random(seed))
    assert [bool(beacon.word) for beacon in allotted] == [False] * plain + [True] * 3


@pytest.mark.parametrize("seed", range(30))
def test_neighbours_differ_as_long_as_the_free_ones_allow(seed: int) -> None:
    in_use = Random(seed).sample(EVERY[:96], 60)
    left = set(EVERY[:96]) - set(in_use)
    allotted = allot_beacons(len(left), in_use, Random(seed))
    for last, beacon in pairwise(allotted):
        left -= {last}
        unlike = {other for other in left if other.colour != last.colour and other.shape != last.shape}
        assert beacon in unlike or not unlike


def test_a_small_round_uses_all_colours_before_one_comes_again() -> None:
    assert len({beacon.colour for beacon in allot_beacons(8, [], Random(2))}) == 8


def test_another_evening_begins_with_another_beacon() -> None:
    assert len({allot_beacons(1, [], Random(seed))[0] for seed in range(20)}) > 10


def test_all_can_be_given_away_and_then_no_more() -> None:
    taken = EVERY[:-1_000]
    assert set(allot_beacons(1_000, taken, Random(1))) == set(EVERY[-1_000:])
    with pytest.raises(ValueError, match="1001 beacons are wanted and 1000 are free"):
        allot_beacons(1_001, taken, Random(1))
