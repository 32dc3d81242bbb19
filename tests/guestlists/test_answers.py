"""Several things in one cell: interests, offers, asks and purposes."""

import pytest

from kiosk.domain.purpose import Purpose
from tests.guestlists.lists import only
from tests.guestlists.lists import read


@pytest.mark.parametrize(
    "cell", ["Bees,Chess", "Bees; Chess", "Bees\nChess", "Bees | Chess", "• Bees • Chess", "- Bees\r\n- Chess"]
)
def test_a_list_in_one_cell_is_split(cell: str) -> None:
    assert only(f'Name,Interests\nAnn,"{cell}"\n').interests == ("Bees", "Chess")


def test_one_thing_with_an_ampersand_a_stroke_or_brackets_stays_one() -> None:
    guest = only('Name,Interests\nAnn,"Food & Drink, UX/UI, music (jazz, soul), open ("\n')

    assert guest.interests == ("Food & Drink", "UX/UI", "music (jazz, soul)", "open (")


def test_a_list_holds_each_thing_once_and_twelve_at_most() -> None:
    many = ", ".join(["Bees", "bees!", "BEES", *(f"thing {n}" for n in range(20))])

    interests = only(f'Name,Interests\nAnn,"{many}"\n').interests

    assert interests == ("Bees", *(f"thing {n}" for n in range(11)))


def test_columns_of_yes_and_no_are_one_list() -> None:
    found = read(
        "Attendee name,Interests – Python,Interests – Chess,Interests – Bees,Can offer – Soup,"
        "Why are you coming? – Make friends\nAnn,Yes,No,YES,Yes,Yes\n"
    )

    [guest] = found.guests
    assert (guest.interests, guest.offers, guest.purposes) == (("Python", "Bees"), ("Soup",), (Purpose.MAKE_FRIENDS,))
    assert (found.unread_purposes, found.found.ignored()) == ((), ())


def test_purposes_are_read_in_their_order_and_once() -> None:
    guest = only('Name,Why are you coming?\nAnn,"Learn something new; make friends & find a job, to learn"\n')

    assert guest.purposes == (Purpose.LEARN, Purpose.MAKE_FRIENDS, Purpose.FIND_WORK)


def test_a_purpose_nobody_foresaw_is_left_out_and_told() -> None:
    found = read("Name,Purpose\nAnn,Win a goat\nBo,Make friends\nCy,win a GOAT!\nDi,Dance\n")

    assert [g.purposes for g in found.guests] == [(), (Purpose.MAKE_FRIENDS,), (), ()]
    assert found.unread_purposes == ("Win a goat", "Dance")
