"""The rows of a list that are no guests, as a file to mend and bring in again."""

from collections.abc import Callable

from kiosk.domain.refusal import N_
from kiosk.guestlists.guest import GuestList
from kiosk.guestlists.write import csv_bytes

HEADINGS = (N_("Row"), N_("Why it was left out"))


def left_out_csv(guest_list: GuestList, say: Callable[[str], str] = str) -> bytes:
    """Each row left out as it was, with its line and the reason before it; `say` puts words into a language."""
    headers = guest_list.found.headers
    blank = [""] * len(headers)
    rows = (
        (str(row.row), say(row.reason.sentence), *(*row.cells, *blank)[: len(headers)]) for row in guest_list.skipped
    )
    return csv_bytes((*map(say, HEADINGS), *headers), rows)
