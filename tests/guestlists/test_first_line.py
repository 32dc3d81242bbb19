"""A list without headings: its first line is a guest, by what stands in it or because the organizer says so."""

import pytest

from kiosk.guestlists.read import read_table
from tests.guestlists.lists import COLUMNS
from tests.guestlists.lists import read


def test_a_first_line_with_an_address_is_a_guest() -> None:
    found = read("Ann Lee,Acme,+49 30 123456,ann@example.org\nBo,,,bo@example.org\n,,,cy@example.org\n")

    assert [(g.row, g.name, g.email, g.phone) for g in found.guests] == [
        (1, "Ann Lee", "ann@example.org", "+49 30 123456"),
        (2, "Bo", "bo@example.org", ""),
    ]
    assert (found.total, found.found.headings, [s.row for s in found.skipped]) == (3, False, [3])


@pytest.mark.parametrize("line", ["0170 1234567;Ann", "ann@example.org;Ann"])
def test_names_are_the_first_words_of_such_a_line(line: str) -> None:
    assert [g.name for g in read(f"{line}\n").guests] == ["Ann"]


@pytest.mark.parametrize("line", ["Ann", "Ann Lee\tAcme", "Wer,Wo"])
def test_a_first_line_that_may_be_either_is_asked_about(line: str) -> None:
    asked = read_table(f"{line}\nBo\n", COLUMNS)
    said = read_table(f"{line}\nBo\n", COLUMNS, headings=False)

    assert (asked.found.headings, asked.found.has_names) == (True, False)
    assert (len(said.guests), said.total) == (2, 2)


def test_a_line_that_names_a_column_is_one_of_headings_whatever_else_is_in_it() -> None:
    assert [g.name for g in read("Name,info@example.org\nAnn,\n").guests] == ["Ann"]


def test_no_word_of_a_guest_is_kept_to_know_such_a_list_again() -> None:
    prints = {read(f"{name},{name}@example.org\n").found.fingerprint for name in ("ann", "bo")}

    assert len(prints) == 1
