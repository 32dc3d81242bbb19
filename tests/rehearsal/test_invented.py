"""Invented guests: the same from the same seed, each with a name of their own, in a list the kiosk reads whole."""

from kiosk.files import CONFIG
from kiosk.guestlists.columns import Columns
from kiosk.guestlists.read import read_guest_list
from kiosk.rehearsal.invented import invent


def test_the_same_seed_invents_the_same_evening_and_another_seed_another() -> None:
    assert invent(50, 1) == invent(50, 1)
    assert invent(50, 1) != invent(50, 2)


def test_however_many_are_invented_no_two_have_one_name_and_every_row_is_a_guest() -> None:
    people = 2500
    guests, file = invent(people, 3)
    assert len({guest.name for guest in guests}) == people
    read = read_guest_list(file, Columns.load(CONFIG / "guestlist_columns.toml"))
    assert len(read.guests) == people
    assert not read.skipped
    assert not read.unread_purposes
    assert sum(bool(guest.interests) for guest in read.guests) == people


def test_some_stay_away_and_most_come_early() -> None:
    guests, _ = invent(1000, 4)
    came = sorted(guest.comes_at for guest in guests if guest.comes_at is not None)
    assert 800 < len(came) < 950
    assert came[len(came) // 2] < 0.25
    assert came[-1] <= 0.75
