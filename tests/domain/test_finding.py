"""Two who are on and cannot find each other."""

import pytest

from kiosk.domain.finding import moved
from kiosk.domain.finding import searched
from kiosk.domain.match import Match
from kiosk.domain.match import expired
from kiosk.domain.match import seen_anew
from kiosk.domain.refusal import PromptOver
from kiosk.domain.refusal import SpotStands
from tests.domain.test_match import GOING
from tests.domain.test_match import after
from tests.domain.test_match import offered


@pytest.fixture
def pair_on() -> Match:
    return after(offered("ana", "ben"), ("ana", GOING), ("ben", GOING))


@pytest.fixture
def two_on_of_three() -> Match:
    return after(offered("ana", "ben", "chen"), ("ana", GOING), ("ben", GOING))


def test_one_who_cannot_find_the_other_changes_both_pictures_once(pair_on: Match) -> None:
    match = searched(pair_on, "ana")
    assert match.searching
    assert seen_anew(pair_on, match) == ("ana", "ben")
    assert searched(match, "ben") == match


def test_who_is_not_on_the_way_has_nobody_to_find(two_on_of_three: Match) -> None:
    with pytest.raises(PromptOver):
        searched(offered("ana", "ben"), "ana")
    with pytest.raises(PromptOver):
        searched(two_on_of_three, "chen")


def test_the_third_learns_neither_from_a_call_nor_from_another_spot_that_the_two_are_on(two_on_of_three: Match) -> None:
    assert seen_anew(two_on_of_three, searched(two_on_of_three, "ana")) == ("ana", "ben")
    with pytest.raises(SpotStands):
        moved(two_on_of_three, "ana", "garden")
    assert moved(expired(two_on_of_three), "ana", "garden").spot == "garden"


def test_a_pair_may_meet_somewhere_else_at_once(pair_on: Match) -> None:
    match = moved(pair_on, "ben", "garden")
    assert (match.spot, match.searching) == ("garden", True)
    assert seen_anew(pair_on, match) == ("ana", "ben")
