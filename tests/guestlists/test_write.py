"""What leaves the kiosk opens in a spreadsheet without running."""

import csv
import io

import pytest
from hypothesis import example
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from kiosk.guestlists.write import csv_bytes
from kiosk.guestlists.write import unescaped

hostile = st.text(alphabet="=+-@|%\t\r\n\0\"',; ＝＋－＠aé1", max_size=12) | st.text(max_size=12)


def parse(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True))


@settings(max_examples=500, deadline=None, derandomize=True)
@given(st.lists(st.tuples(hostile, hostile, hostile, hostile), min_size=1, max_size=4))
@example([("=1+1", "+41 22", "-cmd|' /C calc'!A0", "@SUM(A1)"), ("\t=1", "\r=1", "\0=1", "＝1+1")])
def test_no_cell_is_a_formula_and_no_column_shifts(rows: list[tuple[str, str, str, str]]) -> None:
    parsed = parse(csv_bytes(("a", "b", "c", "d"), rows))

    assert [len(row) for row in parsed] == [4] * (len(rows) + 1)
    for row, typed in zip(parsed[1:], rows, strict=True):
        for cell, text in zip(row, typed, strict=True):
            assert not cell.startswith(("=", "+", "@", "\t", "\r", "\n", " ", "＝", "＋", "－", "＠"))
            assert not cell.startswith("-") or set(cell[1:].rstrip("\n")) <= set("0123456789.,")
            assert "\0" not in cell
            assert cell.removeprefix("'") or not text.strip("\0'")


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.text(alphabet="=+-@\t\n\"',; ＝aé1", max_size=12).filter(lambda text: not text.startswith("'")))
def test_a_cell_comes_back_as_it_was(text: str) -> None:
    [[cell]] = parse(csv_bytes([text], []))

    assert unescaped(cell) == text


def test_a_telephone_number_keeps_its_plus_and_a_bar_comes_back() -> None:
    assert parse(csv_bytes(["phone"], [["+41 22 555 01 99"]]))[1] == ["'+41 22 555 01 99"]
    assert unescaped(parse(csv_bytes(["=a|b"], []))[0][0]) == "=a|b"


def test_a_plain_negative_number_stays_a_number() -> None:
    assert parse(csv_bytes(["minutes"], [["-5"]]))[1] == ["-5"]


def test_the_file_begins_with_a_mark_and_ends_its_lines_for_windows() -> None:
    content = csv_bytes(["Name", "Note"], [["Zoë", "two\r\nlines"]])

    assert content == '\ufeff"Name","Note"\r\n"Zoë","two\nlines"\r\n'.encode()


def test_a_row_with_a_cell_too_many_is_refused() -> None:
    with pytest.raises(ValueError):
        csv_bytes(["Name"], [["Ann", "extra"]])


def test_half_a_character_does_not_stop_an_export() -> None:
    assert parse(csv_bytes(["Name"], [["A\ud800nn"]]))[1] == ["A?nn"]
