"""Real contacts: who came when, and which pairs faced each other for a minute at a stretch."""

from pathlib import Path

import pytest

from kiosk.rehearsal.contacts import LONGEST_PAUSE_S
from kiosk.rehearsal.contacts import read_contacts


def test_people_arrive_with_their_first_row_and_meet_when_a_minute_is_full(tmp_path: Path) -> None:
    contacts = read_contacts(_file(tmp_path, "100 1 2", "120 2 1", "140 1 2", "160 1 2", "160 3 1"))
    assert contacts.arrivals == {1: 0.0, 2: 0.0, 3: 60.0}
    assert contacts.meetings == ((40.0, 1, 2),)


def test_a_minute_in_pieces_is_no_meeting_and_a_pair_meets_once(tmp_path: Path) -> None:
    pieces = ["100 1 2", "120 1 2", "160 1 2", "180 1 2"]
    twice = [f"{at} 3 4" for at in (100, 120, 140, 400, 420, 440)]
    contacts = read_contacts(_file(tmp_path, *pieces, *twice))
    assert [pair[1:] for pair in contacts.meetings] == [(3, 4)]


def test_a_night_is_cut_short(tmp_path: Path) -> None:
    contacts = read_contacts(_file(tmp_path, "100 1 2", "86400 3 4"))
    assert contacts.arrivals[3] == LONGEST_PAUSE_S


def test_a_row_that_is_no_row_is_named(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="line 2"):
        read_contacts(_file(tmp_path, "100 1 2", "not a row"))


def _file(tmp_path: Path, *rows: str) -> Path:
    file = tmp_path / "contacts.dat"
    file.write_text("\n".join(rows))
    return file
