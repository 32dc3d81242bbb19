"""What the kiosk knows of an attendee, on their own phone.

It changes by their own hand alone, so a round leaves it be.
"""

from collections.abc import Collection
from dataclasses import dataclass

import sqlalchemy as sa

from kiosk.domain.attendee import Attendee
from kiosk.store import attendees


@dataclass(frozen=True, slots=True)
class ProfileScreen:
    attendee: Attendee


def profile_screens(connection: sa.Connection, ids: Collection[str]) -> dict[str, ProfileScreen]:
    """The profiles of these people (a few hundred at most)."""
    return {who: ProfileScreen(attendee) for who, attendee in attendees.by_ids(connection, ids).items()}


def profile_screen(connection: sa.Connection, attendee_id: str) -> ProfileScreen:
    """One person's profile. Raises `UnknownAttendee`."""
    return ProfileScreen(attendees.need(connection, attendee_id))
