"""Whatever the bytes, every row is a guest or is skipped for a reason."""

import csv
import io
from contextlib import suppress

from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from kiosk.domain.refusal import ListUnreadable
from kiosk.guestlists.guest import GuestList
from kiosk.guestlists.read import read_guest_list
from tests.guestlists.lists import COLUMNS

HEADERS = [
    "First name",
    "Last name",
    "Email",
    "Status",
    "Ticket ID",
    "Order code",
    "Position ID",
    "Interests",
    "Interests – Bees",
    "Purpose",
    "Notes",
]
CELLS = ("", "Ann", "ann@example.org", "ANN@example.org", "bo@example.org", "approved", "declined", "7", "8", '"', "\n")

cells = st.sampled_from(CELLS) | st.text(max_size=8)
headers = st.lists(st.sampled_from(HEADERS), min_size=1, max_size=6)
rows = st.lists(st.lists(cells, max_size=8), max_size=12)
written = st.sampled_from(CELLS) | st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=8)
separators = st.sampled_from([",", ";", "\t"])


def check(found: GuestList) -> None:
    """The accounts add up, and nobody is in the list twice."""
    assert found.total == len(found.guests) + len(found.skipped)
    numbers = [guest.row for guest in found.guests] + [skipped.row for skipped in found.skipped]
    assert len(numbers) == len(set(numbers))
    strong = [key for guest in found.guests for key in guest.keys if not key.startswith("name:")]
    assert len(set(strong)) == len(strong)
    assert all(guest.name and guest.keys for guest in found.guests)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.binary(max_size=400), st.sampled_from([b"", b"Name\n", b"\xff\xfe", b"\xef\xbb\xbfName,Email\n"]))
def test_random_bytes_are_refused_in_words_or_accounted_for(content: bytes, start: bytes) -> None:
    with suppress(ListUnreadable):
        check(read_guest_list(start + content, COLUMNS))


@settings(max_examples=300, deadline=None, derandomize=True)
@given(headers, rows, separators, st.sampled_from(['"', ""]))
def test_badly_written_lists_are_refused_in_words_or_accounted_for(
    names: list[str], table: list[list[str]], separator: str, quote: str
) -> None:
    lines = [separator.join(f"{quote}{cell}{quote}" for cell in row) for row in (["Name", *names], *table)]

    with suppress(ListUnreadable):
        check(read_guest_list("\n".join(lines).encode(), COLUMNS))


@settings(max_examples=300, deadline=None, derandomize=True)
@given(headers, st.lists(st.lists(written, max_size=8), max_size=12), separators)
def test_every_row_of_a_well_written_list_is_a_guest_or_skipped(
    names: list[str], table: list[list[str]], separator: str
) -> None:
    file = io.StringIO()
    csv.writer(file, delimiter=separator, quoting=csv.QUOTE_ALL).writerows([["Name", *names], *table])
    filled = [row for row in table if any(cell.strip() for cell in row)]

    found = read_guest_list(b"\xef\xbb\xbf" + file.getvalue().encode(), COLUMNS)

    check(found)
    assert found.total == len(filled)
