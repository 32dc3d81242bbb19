"""A phone's first minute: three short questions, and at the end why one came and what one agrees to."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

import sqlalchemy as sa

from kiosk.domain.statement import Kind
from kiosk.domain.topic import Topics
from kiosk.screens.profile import ProfileScreen
from kiosk.screens.profile import profile_screen
from kiosk.store import statements

MOST_SUGGESTED = 8
_LOOKED_AT = 40
_FEWEST = 2
_FEWEST_OF_THEIR_OWN = 3
"""A topic is suggested from so many people on, in their own words from a few more: it shall not point at a person."""


class Step(StrEnum):
    OFFER = "offer"
    ASK = "ask"
    INTEREST = "interest"
    PURPOSE = "purpose"

    @property
    def number(self) -> int:
        return list(Step).index(self) + 1

    @property
    def next(self) -> "Step":
        return list(Step)[self.number]

    @property
    def kind(self) -> Kind | None:
        return None if self is Step.PURPOSE else Kind(self.value)


@dataclass(frozen=True, slots=True)
class WelcomeScreen:
    step: Step
    profile: ProfileScreen
    suggested: tuple[str, ...]
    """Names of topics of this room to take up with a tap."""


def welcome_screen(connection: sa.Connection, attendee_id: str, step: Step, topics: Topics) -> WelcomeScreen:
    """One step of someone's first minute. Raises `UnknownAttendee`."""
    profile = profile_screen(connection, attendee_id, topics)
    return WelcomeScreen(step, profile, _suggested(connection, profile, step, topics))


_ANSWERED_BY = {
    Step.OFFER: ((Kind.ASK,), tuple(Kind)),
    Step.ASK: ((Kind.OFFER,), tuple(Kind)),
    Step.INTEREST: ((Kind.INTEREST,), tuple(Kind)),
    Step.PURPOSE: (),
}
"""What others state, that this step is an answer to, and then whatever they state."""


def _suggested(connection: sa.Connection, profile: ProfileScreen, step: Step, topics: Topics) -> tuple[str, ...]:
    """The topics most stated by others, in the order of the alphabet: how many is nobody's rank."""
    if step.kind is None:
        return ()
    known = {statement.topic for statement in profile.attendee.stated(step.kind)}
    found: dict[str, str] = {}
    for key, name in _named(connection, profile.attendee.id, step, topics):
        if key not in known and len(found) < MOST_SUGGESTED:
            found.setdefault(key, name)
    return tuple(sorted(found.values(), key=str.casefold))


def _named(connection: sa.Connection, attendee_id: str, step: Step, topics: Topics) -> Iterator[tuple[str, str]]:
    for kinds in _ANSWERED_BY[step]:
        counted = statements.stated_by_others(connection, attendee_id, kinds, _FEWEST, _LOOKED_AT)
        typed = statements.typed_most(connection, [key for key, _ in counted])
        for key, people in counted:
            if topics.knows(key) or people >= _FEWEST_OF_THEIR_OWN:
                yield key, topics.name(key, typed[key])
