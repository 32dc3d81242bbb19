"""What the kiosk knows of an attendee, on their own phone.

It changes by their own hand and by what the organizer decides about topics, so a round leaves it be.
"""

from collections.abc import Collection
from collections.abc import Mapping
from dataclasses import dataclass

import sqlalchemy as sa

from kiosk.domain.attendee import Attendee
from kiosk.domain.spelling import own_key
from kiosk.domain.spelling import spelled_alike
from kiosk.domain.statement import Kind
from kiosk.domain.statement import Statement
from kiosk.domain.topic import Topics
from kiosk.store import attendees

MOST_CHOICES = 3


@dataclass(frozen=True, slots=True)
class Choice:
    topic: str
    name: str


@dataclass(frozen=True, slots=True)
class Understood:
    """What someone typed, in their own spelling, and what it was taken for."""

    text: str
    taken_for: Choice | None
    """The topic, where its name says something else than the words do."""
    as_typed: Choice
    others: tuple[Choice, ...]
    """Topics it may be instead, the likeliest first."""
    asked: bool
    """Not sure, and the person has not said so far."""


@dataclass(frozen=True, slots=True)
class ProfileScreen:
    attendee: Attendee
    understood: Mapping[Kind, tuple[Understood, ...]]


def profile_screens(connection: sa.Connection, ids: Collection[str], topics: Topics) -> dict[str, ProfileScreen]:
    """The profiles of these people (a few hundred at most)."""
    return {who: _profile(attendee, topics) for who, attendee in attendees.by_ids(connection, ids).items()}


def profile_screen(connection: sa.Connection, attendee_id: str, topics: Topics) -> ProfileScreen:
    """One person's profile. Raises `UnknownAttendee`."""
    return _profile(attendees.need(connection, attendee_id), topics)


def _profile(attendee: Attendee, topics: Topics) -> ProfileScreen:
    understood = {kind: tuple(_understood(s, topics) for s in attendee.stated(kind)) for kind in Kind}
    return ProfileScreen(attendee, understood)


def _understood(statement: Statement, topics: Topics) -> Understood:
    own = own_key(statement.text)
    name = topics.name(statement.topic, statement.text)
    taken_for = None if spelled_alike(name, statement.text) else Choice(statement.topic, name)
    sure = bool(statement.confirmed) or topics.sure(statement.text)
    near = topics.maybe(statement.text, MOST_CHOICES) if taken_for or not sure else []
    others = tuple(Choice(key, topics.name(key, "")) for key in near if key not in (statement.topic, own))
    asked = not sure and (taken_for is not None or bool(others))
    return Understood(statement.text, taken_for, Choice(own, statement.text), others, asked)
