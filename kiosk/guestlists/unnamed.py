"""Guests without a row of their own: tickets bought for several under one name, and people somebody brings."""

from collections import Counter
from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import replace

from kiosk.domain.guest import Guest
from kiosk.domain.text import clean

MOST = 99
"""More is no number of people."""


def how_many(cell: str) -> int:
    """How many people a cell says, 0 where it says something else."""
    return min(int(cell), MOST) if cell.isascii() and cell.isdigit() and len(cell) < 4 else 0


def told_of_unnamed(guests: Iterable[Guest]) -> Iterator[Guest]:
    """The guests; of those who come with people not named in the list, the door learns how many: "+2".

    Tickets of an order are counted once, by the row that says most, and each row of the order names one of them.
    """
    known = tuple(guests)
    tickets: Counter[str] = Counter()
    named: Counter[str] = Counter()
    for guest in known:
        order = guest.registration
        tickets[order] = max(tickets[order], guest.tickets)
        named[order] += 1
    for guest in known:
        order = guest.registration
        unnamed = tickets.pop(order, 0) - named[order] if order else guest.tickets - 1
        more = guest.brings + max(unnamed, 0)
        yield replace(guest, attention=clean(f"+{more} · {guest.attention}".rstrip(" ·"))) if more else guest
