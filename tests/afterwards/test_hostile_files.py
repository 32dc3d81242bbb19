"""What people type is hostile: no cell of any file is a formula, no column shifts, in Python and in LibreOffice."""

import csv
import io
import shutil
import subprocess
from collections.abc import Mapping
from datetime import datetime
from html.parser import HTMLParser
from pathlib import Path
from random import Random
from xml.etree import ElementTree

import pytest

from kiosk.actions.import_evening import import_evening
from kiosk.afterwards.record import read_record
from kiosk.domain.arrival import Arrival
from kiosk.domain.attendee import Attendee
from kiosk.domain.badge_code import new_badge_code
from kiosk.domain.identifier import new_id
from kiosk.domain.introduction import Introduction
from kiosk.domain.meeting import How
from kiosk.domain.meeting import Meeting
from kiosk.domain.statement import Kind
from kiosk.domain.statement import Statement
from kiosk.domain.topic import Topics
from kiosk.evening import Evening
from kiosk.store import arrivals
from kiosk.store import attendees
from kiosk.store import introductions
from kiosk.store import meetings
from kiosk.store.database import Change
from tests.afterwards.conftest import written

VALUES = 5_000
_BEGIN = (
    "=",
    "+",
    "-",
    "@",
    "\t=",
    "\r=",
    "\n=",
    " =",
    "|",
    "%",
    "＝",
    "＋",
    "－",
    "＠",
    "\0=",
    "\ufeff=",
    "'=",
    '"=',
    ";=",
)
_MIDDLE = (
    *(
        "1+1",
        "cmd|' /C calc'!A0",
        'HYPERLINK("http://example.org","x")',
        "SUM(A1:A9)",
        '","',
        '";"',
        "\t",
        "\r\n",
        "\n",
    ),
    *(
        "\0",
        "\u202egnp.exe",
        "\u2066",
        "\u2069",
        "\u200f",
        "\x1b[31m",
        "\x0b",
        "\x85",
        "\u2028",
        "ß",
        "李",
        "🐝",
        "'",
        '"',
    ),
    *("\n", "'", '"', "=1+1\n=2+2", "\\", "sep=;", "DDE", "{=1}", "$A$1", "1e9", "-5", "0x7f", "TRUE", "#REF!"),
)
_LONGEST = 40


def hostile_values(seed: int) -> list[str]:
    random = Random(seed)
    return [
        (random.choice(_BEGIN) + "".join(random.choices(_MIDDLE, k=random.randint(1, 4))))[:_LONGEST]
        for _ in range(VALUES)
    ]


def hostile_evening(change: Change, values: list[str], at: datetime) -> None:
    """People whose every word is one of `values`, with meetings and introductions between them."""
    people = []
    for start in range(0, VALUES - 9, 10):
        name, company, title, email, phone, *stated = values[start : start + 8]
        kinds = zip((Kind.INTEREST, Kind.OFFER, Kind.ASK), stated, strict=True)
        people.append(
            Attendee(
                *(new_id(change.random), new_badge_code(change.random), name, company, title, email, phone),
                organizer_keeps_contact=True,
                statements=tuple(Statement(kind, text, text) for kind, text in kinds),
            )
        )
    attendees.add_all(change.connection, people, at)
    for person, door in zip(people, values[8::10], strict=False):
        arrivals.add(change.connection, Arrival(new_id(change.random), person.id, at, door, new_id(change.random)))
    for one, other, line in zip(people, people[1:], values[9::10], strict=False):
        low, high = sorted((one.id, other.id))
        meetings.add(change.connection, Meeting(new_id(change.random), low, high, at, How.TAP))
        introductions.add(change.connection, Introduction(new_id(change.random), low, low, high, line, at))


@pytest.fixture
def made(evening: Evening, topics: Topics) -> dict[str, bytes]:
    evening.database.write(hostile_evening, hostile_values(1), evening.database.clock())
    return written(evening, topics)


def parsed(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True))


def is_plain_number(cell: str) -> bool:
    return cell.removeprefix("-").replace(".", "").replace(",", "").strip("\n").isdigit()


def test_no_cell_of_any_file_is_a_formula_and_no_column_shifts(made: dict[str, bytes]) -> None:
    tables = {name: parsed(content) for name, content in made.items() if name.endswith(".csv")}
    assert sum(len(rows) for rows in tables.values()) > VALUES / 5
    for name, rows in tables.items():
        assert {len(row) for row in rows} == {len(rows[0])}, name
        for cell in (cell for row in rows for cell in row):
            assert not cell.startswith(("=", "+", "@", "\t", "\r", "\n", "|", "%", "＝", "＋", "－", "＠")), (
                name,
                cell,
            )
            assert not cell.startswith("-") or is_plain_number(cell), (name, cell)
            assert "\0" not in cell


def test_a_hostile_evening_comes_back_as_it_was(made: dict[str, bytes], another: Evening, topics: Topics) -> None:
    another.database.write(import_evening, read_record(made["evening.json"]))
    assert written(another, topics) == made
    another.database.close()


def test_what_people_typed_is_only_text_in_the_report(made: dict[str, bytes]) -> None:
    class Page(HTMLParser):
        def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
            assert tag not in ("script", "link", "img", "iframe", "object", "a", "use"), tag
            assert not {name for name, _ in attributes if name.startswith("on") or name in ("src", "href")}

    page = made["report.html"].decode()
    Page().feed(page)
    assert page.count("url(") == page.count("url(data:font/woff2;base64,") == 2


def test_libreoffice_opens_every_file_with_each_cell_as_text_in_its_column(
    made: dict[str, bytes], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    soffice = shutil.which("soffice") or shutil.which("libreoffice")
    if soffice is None:
        with capsys.disabled():
            print("\nLIBREOFFICE IS NOT INSTALLED: whether it runs a cell of our files was NOT looked at.")
        pytest.skip("no LibreOffice")
    tables = {name: content for name, content in made.items() if name.endswith(".csv")}
    opened = open_in(soffice, tmp_path, tables | {"control.csv": b'"=1+1","plain"\r\n'})

    assert "table:formula" in opened["control.csv"], "this LibreOffice runs no formula at all: nothing was looked at"
    for name, content in tables.items():
        assert "table:formula" not in opened[name], name
        headers, *rows = parsed(content)
        seen = cells(opened[name])
        assert seen[0] == headers
        assert len(seen) == len(rows) + 1, name
        for row, read in zip(rows, seen[1:], strict=True):
            for header, cell, read_cell in zip(headers, row, [*read, *[""] * (len(headers) - len(read))], strict=True):
                # Times are shown as the spreadsheet likes, and figures without the noughts at their end.
                if not header.endswith(("_utc", "_local")) and not is_plain_number(cell):
                    assert visible(read_cell) == visible(cell), (name, header)


def open_in(soffice: str, folder: Path, tables: Mapping[str, bytes]) -> dict[str, str]:
    """What LibreOffice made of each table, as flat XML."""
    for name, content in tables.items():
        (folder / name).write_bytes(content)
    # Comma, quote, UTF-8, from line 1, English, quoted cells read like any other, dates found: as for a double click.
    how = "--infilter=CSV:44,34,76,1,,1033,false,true"
    profile, out = f"-env:UserInstallation=file://{folder}/profile", folder / "opened"
    files = [str(folder / name) for name in tables]
    subprocess.run(
        [soffice, "--headless", profile, how, "--convert-to", "fods", "--outdir", str(out), *files],
        capture_output=True,
        timeout=300,
        check=True,
    )
    return {name: (out / name).with_suffix(".fods").read_text(encoding="utf-8") for name in tables}


def cells(opened: str) -> list[list[str]]:
    """The text of each cell of a flat XML sheet, row by row; nothing at the end of a row is left out."""
    office = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
    table, text = office % "table", office % "text"
    rows = []
    for row in ElementTree.fromstring(opened).iter(f"{table}table-row"):
        read = []
        for cell in row.iter(f"{table}table-cell"):
            said = "".join("".join(line.itertext()) for line in cell.iter(f"{text}p"))
            read += [said] * int(cell.get(f"{table}number-columns-repeated", 1))
        rows += [read] * int(row.get(f"{table}number-rows-repeated", 1))
    return rows


def visible(cell: str) -> str:
    """A cell without what no eye sees: LibreOffice keeps blanks and control characters in ways of its own."""
    return "".join(character for character in cell if character.isprintable() and not character.isspace())
