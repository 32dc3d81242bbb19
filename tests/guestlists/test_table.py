"""Encodings, separators, quotes and limits: whatever wrote the file, it is read or refused in words."""

import pytest

from kiosk.domain.refusal import ListTooLarge
from kiosk.domain.refusal import ListUnreadable
from kiosk.domain.refusal import NoNameColumn
from kiosk.guestlists.read import read_guest_list
from tests.guestlists.lists import COLUMNS
from tests.guestlists.lists import read


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_every_encoding_separator_and_line_end_reads_alike(encoding: str, separator: str, line_end: str) -> None:
    lines = ["Name|Job title|Looking for", "Zoë Núñez|Bäckerin|Œuvre – €5", "Bo||"]
    text = line_end.join(lines).replace("|", separator)

    found = read(text, encoding)

    assert [(g.name, g.title, g.asks) for g in found.guests] == [
        ("Zoë Núñez", "Bäckerin", ("Œuvre – €5",)),
        ("Bo", "", ()),
    ]


def test_big_endian_text_with_its_mark_is_read() -> None:
    content = b"\xfe\xff" + "Name\nמיכל\n".encode("utf-16-be")

    assert read_guest_list(content, COLUMNS).guests[0].name == "מיכל"


def test_one_broken_byte_does_not_garble_everyone_else() -> None:
    names = [g.name for g in read_guest_list("Name\n山田\nZoë\n".encode() + b"Jos\xe9\n", COLUMNS).guests]

    assert names == ["山田", "Zoë", "Jos�"]


def test_a_separator_inside_a_question_does_not_decide() -> None:
    found = read("Name;What are you into, and why, and since when?\nAnn;Bees\n")

    assert found.guests[0].interests == ("Bees",)


def test_line_breaks_in_quotes_stay_in_their_cell() -> None:
    found = read('Name,"Looking\nfor",Email\nAnn,"Bees\r\nChess",a@example.org\n\nBo,,b@example.org\n')

    assert [(g.row, g.name, g.asks) for g in found.guests] == [(2, "Ann", ("Bees", "Chess")), (4, "Bo", ())]


def test_a_row_with_too_few_or_too_many_cells_is_read() -> None:
    found = read("Name,Email,Company\nAnn\nBo,bo@example.org,Acme,more,and more\n")

    assert [(g.name, g.email, g.company) for g in found.guests] == [("Ann", "", ""), ("Bo", "bo@example.org", "Acme")]


@pytest.mark.parametrize(
    "bad", ['Ann "The" Lee,a@example.org', '"Ann "The" Lee",a@example.org', '"Ann,a@example.org', 'Ann,"']
)
def test_a_stray_quote_costs_one_row_at_most(bad: str) -> None:
    found = read(f'Name,Email\nBo,bo@example.org\n{bad}\n"Cy, Jr",cy@example.org\n' + "Di,di@example.org\n" * 300)

    assert found.total == 303
    assert [g.name for g in found.guests if not g.name.startswith("Ann")] == ["Bo", "Cy, Jr", "Di"]
    assert any(g.name.startswith("Ann") for g in found.guests)


def test_a_stray_quote_does_not_swallow_the_rows_up_to_the_next_one() -> None:
    found = read('Name,Notes\nAnn,"\n' + "".join(f"Bo {n},\n" for n in range(300)) + 'Cy,tall"\n')

    assert len(found.guests) == 302


def test_blanks_after_a_separator_do_not_undo_quotes() -> None:
    [guest] = read('Name, Looking for, Email\nAnn, "music (jazz, soul), bees", ann@example.org\n').guests

    assert (guest.asks, guest.email) == (("music (jazz, soul)", "bees"), "ann@example.org")


def test_a_cell_beyond_what_csv_allows_costs_nothing() -> None:
    found = read(f"Name,Notes\nAnn,{'x' * 200_000}\nBo,\n")

    assert [g.name for g in found.guests] == ["Ann", "Bo"]


def test_blank_lines_are_no_rows() -> None:
    found = read("\n ,,\nName,Email,\n\nAnn,a@example.org,\n,,\n\0\0\n")

    assert (found.total, found.guests[0].row) == (1, 5)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xef\xbb\xbf",
        b" \n\r\n ",
        b"\0" * 100,
        b"PK\x03\x04 Name,Email",
        b"%PDF-1.7 Name",
        b"Name\n" + bytes(range(32)) * 9,
    ],
)
def test_what_is_no_table_of_text_is_refused(content: bytes) -> None:
    with pytest.raises(ListUnreadable) as refusal:
        read_guest_list(content, COLUMNS)

    assert type(refusal.value) is ListUnreadable


@pytest.mark.parametrize("text", ["Email,Company\na@example.org,Acme\n", "just a line of text", ",,,\n,x,\n"])
def test_a_list_without_names_is_refused(text: str) -> None:
    with pytest.raises(NoNameColumn):
        read(text)


def test_twenty_thousand_rows_are_read_and_one_more_is_refused() -> None:
    rows = "".join(f"n{n}\n" for n in range(20_000))

    assert len(read("Name\n" + rows).guests) == 20_000
    with pytest.raises(ListTooLarge):
        read("Name\n" + rows + "one more\n")


def test_more_than_ten_megabytes_are_refused() -> None:
    with pytest.raises(ListTooLarge):
        read_guest_list(b"Name\n" + b"x" * (10 * 1024 * 1024), COLUMNS)


def test_blank_lines_below_the_list_are_no_obstacle_until_no_spreadsheet_has_as_many() -> None:
    assert read("Name\nAnn\n" + "\n" * 50_000).total == 1
    with pytest.raises(ListTooLarge):
        read("Name\nAnn\n" + "\n" * 1_100_000)
