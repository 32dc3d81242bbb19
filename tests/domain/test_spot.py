from collections import Counter
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.spot import Spot
from kiosk.domain.spot import allot_spots

PLANT, BAR = Spot("the plant", 2), Spot("the bar", 6)


def test_without_spots_nobody_is_sent_anywhere() -> None:
    assert allot_spots([2, 3], [], {}, Random(1)) == ["", ""]


def test_no_spot_is_filled_over_while_another_has_place() -> None:
    names = allot_spots([2, 2, 2, 2], [PLANT, BAR], {}, Random(1))
    assert Counter(names) == {"the plant": 1, "the bar": 3}


def test_who_is_there_already_counts() -> None:
    assert allot_spots([2], [PLANT, BAR], {"the bar": 6}, Random(1)) == ["the plant"]
    assert allot_spots([2], [PLANT, BAR], {"the plant": 1}, Random(1)) == ["the bar"]


def test_three_find_a_place_for_three_before_pairs_fill_it() -> None:
    names = allot_spots([2, 3], [PLANT, Spot("the sofa", 3)], {}, Random(1))
    assert names == ["the plant", "the sofa"]


def test_equal_spots_are_drawn() -> None:
    spots = [Spot(name, 4) for name in "abcdef"]
    assert len({allot_spots([2], spots, {}, Random(seed))[0] for seed in range(30)}) > 3
    assert allot_spots([2, 2], spots, {}, Random(3)) == allot_spots([2, 2], spots, {}, Random(3))


@given(
    st.lists(st.integers(2, 3), max_size=30),
    st.lists(st.integers(3, 9), min_size=1, max_size=6),
    st.integers(0, 5),
)
def test_full_spots_fill_on_evenly(sizes: list[int], rooms: list[int], seed: int) -> None:
    spots = [Spot(f"s{n}", room_for) for n, room_for in enumerate(rooms)]
    names = allot_spots(sizes, spots, {}, Random(seed))
    people = {spot.name: 0 for spot in spots}
    for name, size in zip(names, sizes, strict=True):
        people[name] += size
    fullness = {spot: people[spot.name] / spot.room_for for spot in spots}
    fullest = max(fullness, key=lambda spot: fullness[spot])
    # Nobody could have gone from the fullest spot to where it would have been emptier than it is there.
    assert all((people[spot.name] + 3) / spot.room_for >= fullness[fullest] for spot in spots)


def test_a_spot_with_room_for_nobody_is_no_spot() -> None:
    with pytest.raises(ValueError, match="the shelf"):
        Spot("the shelf", 0)


WINDOW, SOFA, DOOR = Spot("window", 4, (0, 0)), Spot("sofa", 4, (10, 0)), Spot("door", 4, (100, 100))


def test_neighbours_are_not_sent_across_the_room_while_there_is_room_near_them() -> None:
    for seed in range(10):
        [near] = allot_spots([2], [WINDOW, SOFA, DOOR], {"window": 2}, Random(seed), [["window", "sofa"]])
        assert near in ("window", "sofa")
    taken = {"window": 4, "sofa": 3}
    assert allot_spots([2], [WINDOW, SOFA, DOOR], taken, Random(1), [["window", "sofa"]]) == ["door"]


def test_who_comes_from_no_known_place_goes_where_it_is_emptiest() -> None:
    spots, taken = [WINDOW, SOFA, DOOR], {"window": 1, "sofa": 1}
    assert allot_spots([2, 2], spots, taken, Random(1), [[], ["gone"]])[0] == "door"


def test_the_longer_of_the_two_ways_counts() -> None:
    middle = Spot("middle", 4, (50, 50))
    assert allot_spots([2], [WINDOW, DOOR, middle], {}, Random(1), [["window", "door"]]) == ["middle"]
