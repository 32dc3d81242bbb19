"""The invented lists that other tests and the benchmarks are fed with."""

from collections import Counter

import pytest

from kiosk.domain.purpose import Purpose
from kiosk.guestlists.guest import Reason
from kiosk.guestlists.read import read_guest_list
from tests.guestlists.lists import COLUMNS
from tests.guests import FORMULA_NAME
from tests.guests import TOPICS
from tests.guests import make_guest_list


@pytest.mark.parametrize("people", [8, 30, 500])
def test_a_made_list_yields_as_many_guests_as_it_was_asked_for(people: int) -> None:
    found = read_guest_list(make_guest_list(people, seed=1), COLUMNS)
    reasons = Counter(s.reason for s in found.skipped)

    assert len(found.guests) == people
    assert reasons.pop(Reason.REPEATED) == 1
    assert reasons.keys() == {Reason.NOT_GOING, Reason.WAITING, Reason.PENDING, Reason.INVITED}
    assert found.unread_purposes == ()


def test_the_same_seed_makes_the_same_list() -> None:
    assert make_guest_list(20, seed=3) == make_guest_list(20, seed=3) != make_guest_list(20, seed=4)


def test_a_made_list_holds_what_real_lists_hold() -> None:
    guests = read_guest_list(make_guest_list(300, seed=2), COLUMNS).guests
    scripts = {letter for g in guests for letter in "aДΕאلम王子김" if letter in g.name}

    assert (guests[1].name, guests[2].name) == (FORMULA_NAME, "Laura Blackburn")
    assert len(guests[3].company) >= 190
    assert guests[4].keys[0].startswith("ticket:")
    assert guests[6].asks == ()
    assert len(scripts) >= 8
    assert {p for g in guests for p in g.purposes} == set(Purpose)
    assert all(g.interests for g in guests)


def test_few_topics_are_common_and_most_are_rare() -> None:
    guests = read_guest_list(make_guest_list(500, seed=5), COLUMNS).guests
    counts = Counter(interest for g in guests for interest in g.interests)

    assert len(TOPICS) == len(set(TOPICS)) >= 115
    assert len(counts) > 90
    assert counts.most_common(1)[0][1] > 20 * sorted(counts.values())[len(counts) // 3]
