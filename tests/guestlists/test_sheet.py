"""Spreadsheets: what a person sees in one is read, and no workbook costs more than it should."""

from datetime import date

import pytest

from kiosk.domain.refusal import ListTooLarge
from kiosk.domain.refusal import ListUnreadable
from kiosk.domain.refusal import OldSpreadsheet
from kiosk.guestlists.read import read_guest_list
from kiosk.guestlists.table import decode
from tests.guestlists.lists import COLUMNS
from tests.guestlists.workbook import sheet
from tests.guestlists.workbook import with_sheet
from tests.guestlists.workbook import workbook

INLINE = '<c r="{0}" t="inlineStr"><is><t>{1}</t></is></c>'


def test_a_spreadsheet_is_read_like_the_csv_it_could_have_been() -> None:
    content = workbook(
        [
            ["Name", "Phone", "Registered", "Interests – Bees", "Looking for"],
            ["Zoë Núñez", 15551234567.0, date(2026, 11, 3), True, "music (jazz, soul)\nchess"],
            [],
            ["李 芳", "+49 30 1", date(2026, 11, 4), False, None],
        ]
    )

    guests = read_guest_list(content, COLUMNS).guests

    assert [(g.row, g.name, g.phone, g.interests, g.asks) for g in guests] == [
        (2, "Zoë Núñez", "15551234567", ("Bees",), ("music (jazz, soul)", "chess")),
        (4, "李 芳", "+49 30 1", (), ()),
    ]


def test_the_first_sheet_a_person_sees_is_read() -> None:
    assert [g.name for g in read_guest_list(workbook([["Name"], ["Ann"]], hidden_first=True), COLUMNS).guests] == [
        "Ann"
    ]


def test_a_cell_at_the_end_of_the_sheet_costs_nothing() -> None:
    content = sheet(
        f'<row r="1">{INLINE.format("A1", "Name")}</row><row r="2">{INLINE.format("A2", "Ann")}</row>',
        f'<row r="1048576">{INLINE.format("XFD1048576", "far away")}</row>',
    )

    assert len(content) < 10_000
    assert [g.name for g in read_guest_list(content, COLUMNS).guests] == ["Ann"]


def test_a_row_no_spreadsheet_has_is_refused() -> None:
    content = sheet(f'<row r="1">{INLINE.format("A1", "Name")}</row><row r="99999999999"><c/></row>')

    with pytest.raises(ListTooLarge):
        read_guest_list(content, COLUMNS)


def test_what_unpacks_to_a_hundred_times_its_size_is_refused() -> None:
    content = with_sheet(" " * (65 * 1024 * 1024))

    assert len(content) < 200_000
    with pytest.raises(ListTooLarge):
        decode(content)


def test_one_long_text_in_every_cell_is_refused() -> None:
    rows = [["Name", *range(200)], *([["x" * 2_000] * 200] * 100)]

    with pytest.raises(ListTooLarge):
        decode(workbook(rows))


@pytest.mark.parametrize(
    "xml",
    [
        "",
        "<worksheet",
        "<html><table><tr><td>Name</td></tr></table></html>",
        '<!DOCTYPE x [<!ENTITY a "' + "ha" * 9 + '">]><worksheet>&a;</worksheet>',
    ],
)
def test_a_broken_workbook_is_refused_in_words(xml: str) -> None:
    with pytest.raises(ListUnreadable):
        read_guest_list(with_sheet(xml), COLUMNS)


@pytest.mark.parametrize("content", [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500])
def test_an_old_spreadsheet_or_one_with_a_password_is_told_how_to_come_in(content: bytes) -> None:
    with pytest.raises(OldSpreadsheet):
        decode(content)


def test_a_table_of_text_called_xls_is_a_table_of_text() -> None:
    found = read_guest_list("Name\tUser ID\tJoined Group on\nAnn\tuser 7\t11/03/2026\n".encode("utf-16"), COLUMNS)

    assert (found.found.exporter, found.guests[0].keys[0]) == ("Meetup", "ticket:user 7")
