"""The organizer's evening: few figures, all about the evening, and people nobody has met yet."""

from dataclasses import dataclass
from datetime import datetime
from operator import itemgetter

import sqlalchemy as sa

from kiosk.domain.attendee import Attendee
from kiosk.domain.attendee import Mood
from kiosk.domain.caution import Caution
from kiosk.domain.flow import Limits
from kiosk.domain.match import State
from kiosk.domain.message import Message
from kiosk.domain.round import Round
from kiosk.domain.scene import Scene
from kiosk.domain.surroundings import Surroundings
from kiosk.screens.cautions import cautions
from kiosk.screens.cautions import moved
from kiosk.screens.devices import Paired
from kiosk.screens.devices import paired
from kiosk.screens.printing import PrinterView
from kiosk.screens.printing import printers
from kiosk.screens.readiness import Readiness
from kiosk.screens.readiness import readiness
from kiosk.screens.without_match import WithoutMatch
from kiosk.screens.without_match import without_match
from kiosk.store import agenda
from kiosk.store import attendees
from kiosk.store import devices
from kiosk.store import matches
from kiosk.store import meetings
from kiosk.store import messages
from kiosk.store import moods
from kiosk.store import rehearsals
from kiosk.store import reports
from kiosk.store import rounds

MOST_NAMED = 12
"""How many people a list names on the page at once: whoever waits longest."""


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
    """Someone here whom nobody has met yet."""

    id: str
    name: str
    minutes_here: int
    mood: Mood
    has_phone: bool


@dataclass(frozen=True, slots=True)
class FlowView:
    """Matching that goes on by itself. `paused`: a round runs, and flow goes on when it has ended."""

    on: bool
    paused: bool
    wait_seconds: int
    pause_seconds: int
    at_once: int
    running: int
    """How many matches may be answered or are on, whatever made them."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a guest reported."""

    id: str
    by: str
    by_id: str
    text: str
    reported_at: datetime


@dataclass(frozen=True, slots=True)
class OrganizerScreen:
    rehearsal: bool
    cautions: tuple[Caution, ...]
    moved: Caution | None
    """That badges or screens look for the kiosk where it was."""
    readiness: Readiness | None
    """What is ready, until the first has arrived."""
    printers: tuple[PrinterView, ...]
    reports: tuple[Told, ...]
    counts: moods.Counts
    met: int
    """People who are here and have met someone."""
    unmet: tuple[Unmet, ...]
    unmet_more: int
    round: RoundView | None
    """The round that is running, else the last one."""
    next_round_at: datetime | None
    """When a round starts by itself. It may have passed: then the round waits for two who can be matched."""
    round_is_late: bool
    flow: FlowView
    ended_at: datetime | None
    """When the evening was ended."""
    message: Message | None
    held: Scene | None
    """What the projector shows until another word."""
    on_wall: tuple[tuple[str, str], ...]
    """Id and name of those whom the projector may name just now."""
    without: tuple[WithoutMatch, ...]
    """Free and without a match, and why."""
    without_more: int
    paired: Paired
    phones: int
    """People here with a phone linked."""


def organizer_screen(connection: sa.Connection, now: datetime, limits: Limits, around: Surroundings) -> OrganizerScreen:
    here = attendees.here(connection, stated_too=False)
    met = meetings.people_who_met(connection)
    with_phone = devices.people_with_a_phone(connection)
    latest = rounds.latest(connection)
    set_for = agenda.get(connection)
    unmet = [_unmet(person, person.id in with_phone, now) for person in here if person.id not in met]
    unmet.sort(key=lambda person: (-person.minutes_here, person.name))
    without = without_match(connection, here, with_phone, now, limits)
    counts = moods.counts(connection)
    known = paired(connection, around.sightings, now)
    return OrganizerScreen(
        rehearsal=rehearsals.is_on(connection),
        cautions=cautions(connection, now, around),
        moved=moved(connection, around),
        readiness=None if counts.here or counts.left else readiness(connection, counts.expected, known, around),
        printers=printers(connection, around.printers),
        reports=_reports(connection),
        counts=counts,
        met=sum(person.id in met for person in here),
        unmet=tuple(unmet[:MOST_NAMED]),
        unmet_more=max(0, len(unmet) - MOST_NAMED),
        round=_round(connection, latest, now) if latest else None,
        next_round_at=set_for.next_round_at,
        round_is_late=set_for.is_due(now),
        flow=FlowView(
            on=set_for.flow,
            paused=latest is not None and latest.ended_at is None,
            wait_seconds=int(limits.wait.total_seconds()),
            pause_seconds=int(limits.pause.total_seconds()),
            at_once=limits.at_once,
            running=matches.how_many_in_sight(connection),
        ),
        ended_at=set_for.ended_at,
        message=messages.standing(connection, now),
        held=set_for.held,
        on_wall=_on_wall(connection),
        without=tuple(without[:MOST_NAMED]),
        without_more=max(0, len(without) - MOST_NAMED),
        paired=known,
        phones=sum(person.id in with_phone for person in here),
    )


def _unmet(person: Attendee, has_phone: bool, now: datetime) -> Unmet:
    since = person.arrived_at or now
    return Unmet(person.id, person.name, int((now - since).total_seconds() // 60), person.mood, has_phone)


def _round(connection: sa.Connection, latest: Round, now: datetime) -> RoundView:
    became = matches.states_of_round(connection, latest.id)
    answering = now < latest.answer_by
    until = latest.answer_by if answering else latest.ends_at
    return RoundView(
        running=latest.ended_at is None,
        answering=answering,
        seconds_left=max(0, round((until - now).total_seconds())),
        started_at=latest.started_at,
        matches=became.total(),
        on=became[State.ON],
        met=became[State.MET],
    )


def _on_wall(connection: sa.Connection) -> tuple[tuple[str, str], ...]:
    called = {who for match in matches.in_sight(connection) for who in match.attendee_ids}
    people = attendees.names(connection, called).values()
    return tuple(sorted(((each.id, each.name) for each in people if each.shown), key=itemgetter(1)))


def _reports(connection: sa.Connection) -> tuple[Told, ...]:
    unseen = reports.unseen(connection)
    people = attendees.names(connection, [report.by_id for report in unseen])
    return tuple(Told(each.id, people[each.by_id].name, each.by_id, each.text, each.reported_at) for each in unseen)
