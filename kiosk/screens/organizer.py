"""The organizer's evening: few figures, all about the evening, and people nobody has met yet."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from kiosk.domain.access import Role
from kiosk.domain.attendee import Attendee
from kiosk.domain.attendee import Mood
from kiosk.domain.device import Device
from kiosk.domain.match import State
from kiosk.domain.matching import Why
from kiosk.domain.refusal import N_
from kiosk.domain.round import Round
from kiosk.store import attendees
from kiosk.store import devices
from kiosk.store import matches
from kiosk.store import meetings
from kiosk.store import rounds

_NOT_AGREED = N_("Has not said yes to being matched. Their phone asks them, and any door does.")

MOST_NAMED = 12
"""Of the people nobody has met yet, how many are named on the page at once: whoever waits longest."""


@dataclass(frozen=True, slots=True)
class RoundView:
    running: bool
    answering: bool
    seconds_left: int
    started_at: datetime
    matches: int
    on: int
    met: int


@dataclass(frozen=True, slots=True)
class Unmet:
    """Someone here whom nobody has met yet. `why` is a sentence (message id) if the last round left them out."""

    name: str
    minutes_here: int
    mood: Mood
    has_phone: bool
    why: str


@dataclass(frozen=True, slots=True)
class OrganizerScreen:
    counts: attendees.Counts
    met: int
    """People who are here and have met someone."""
    unmet: tuple[Unmet, ...]
    unmet_more: int
    round: RoundView | None
    """The round that is running, else the last one."""
    devices: tuple[Device, ...]
    """Doors and projectors."""
    phones: int
    """People here with a phone linked."""


def organizer_screen(connection: sa.Connection, now: datetime) -> OrganizerScreen:
    here = attendees.here(connection, stated_too=False)
    met = meetings.people_who_met(connection)
    with_phone = devices.people_with_a_phone(connection)
    latest = rounds.latest(connection)
    left_out = rounds.left_out_of(connection, latest.id) if latest else {}
    why = {who: Why(reason).sentence for who, reason in left_out.items()}
    unmet = [
        _unmet(person, person.id in with_phone, why.get(person.id, ""), now) for person in here if person.id not in met
    ]
    unmet.sort(key=lambda person: (-person.minutes_here, person.name))
    screens = [d for d in devices.in_use(connection) if d.role in (Role.DOOR, Role.PROJECTOR)]
    return OrganizerScreen(
        counts=attendees.counts(connection),
        met=sum(person.id in met for person in here),
        unmet=tuple(unmet[:MOST_NAMED]),
        unmet_more=max(0, len(unmet) - MOST_NAMED),
        round=_round(connection, latest, now) if latest else None,
        devices=tuple(screens),
        phones=sum(person.id in with_phone for person in here),
    )


def _unmet(person: Attendee, has_phone: bool, why: str, now: datetime) -> Unmet:
    since = person.arrived_at or now
    why = why if person.agreed_to_match else _NOT_AGREED
    return Unmet(person.name, int((now - since).total_seconds() // 60), person.mood, has_phone, why)


def _round(connection: sa.Connection, latest: Round, now: datetime) -> RoundView:
    of_round = matches.of_round(connection, latest.id)
    answering = now < latest.answer_by
    until = latest.answer_by if answering else latest.ends_at
    return RoundView(
        running=latest.ended_at is None,
        answering=answering,
        seconds_left=max(0, round((until - now).total_seconds())),
        started_at=latest.started_at,
        matches=len(of_round),
        on=sum(match.state is State.ON for match in of_round),
        met=sum(match.state is State.MET for match in of_round),
    )
