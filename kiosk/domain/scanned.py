"""What a scanner, a camera or a hand at the door read: a badge of ours, a ticket of a list, or something else."""

import re
from dataclasses import dataclass

from kiosk.domain.badge_code import read_badge_code

LONGEST = 400
"""Characters of a code that are looked at; no ticket has more."""

_BADGE = re.compile(r"(?:https?://[^/\s]+)?/b/(?P<code>[^/?#\s]+)/?", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[^/\s]+/(?:[^?#\s]*/)?(?P<last>[^/?#\s]+)/?(?:\?(?P<query>[^#\s]*))?", re.IGNORECASE)
_GUEST = re.compile(r"(?:^|&)pk=(?P<key>[^&]+)")
"""Luma's tickets are addresses: https://luma.com/check-in/evt-…?pk=g-…, the guest being the `pk`."""
_SHORT_BARCODE = 9
"""Digits of a barcode in Eventbrite's older files, of the twenty or so on the ticket."""


@dataclass(frozen=True, slots=True)
class Scanned:
    """`badge_code` where it reads as one of our badges; `ticket_keys` are what a ticket may be kept under."""

    text: str
    badge_code: str | None
    is_badge: bool = False
    """It is the address in a badge's QR, so it is nothing else: a bare code of eight letters may be a ticket's."""
    ticket_keys: tuple[str, ...] = ()
    event: str = ""
    """The part of a ticket's address that all tickets of one event share."""


def read_scanned(text: str) -> Scanned:
    """Take apart what was read."""
    text = text.strip()[:LONGEST]
    badge = _BADGE.fullmatch(text)
    if badge:
        return Scanned(text, read_badge_code(badge["code"]), is_badge=True)
    key = ticket_key(text)
    keys = (key, key[:_SHORT_BARCODE]) if key.isdecimal() and len(key) > 2 * _SHORT_BARCODE else (key,)
    return Scanned(text, read_badge_code(text), ticket_keys=keys if key else (), event=ticket_event(text))


def ticket_key(code: str) -> str:
    """What two spellings of one ticket's code share: the guest's part of an address, letters in one case."""
    code = code.strip()
    address = _ADDRESS.match(code)
    if address:
        guest = _GUEST.search(address["query"] or "")
        code = guest["key"] if guest else address["last"] or code
    return code.casefold()


def ticket_event(code: str) -> str:
    """The event a ticket's address names, or nothing."""
    address = _ADDRESS.match(code.strip())
    return address["last"].casefold() if address and _GUEST.search(address["query"] or "") else ""
