"""What a door keeps of the guest list, to find people while it cannot reach the kiosk."""

from dataclasses import dataclass

import sqlalchemy as sa

from kiosk.store import attendees


@dataclass(frozen=True, slots=True)
class KeptGuest:
    """No more than any search at this door would show: no contact detail, no ticket, nothing anyone stated."""

    id: str
    name: str
    company: str
    code: str
    """Of their badge, to read a badge by."""
    attention: bool
    """Whether something is to be read before they are welcomed; what it is stays on the laptop."""


def guests_not_here(connection: sa.Connection) -> tuple[KeptGuest, ...]:
    return tuple(KeptGuest(*row) for row in attendees.not_here(connection))
