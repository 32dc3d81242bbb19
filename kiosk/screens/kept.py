"""All that the kiosk keeps about one person, for that person: what others privately said of them is not in it."""

from dataclasses import dataclass
from datetime import datetime
from datetime import timedelta

import sqlalchemy as sa

from kiosk.domain.arrival import Arrival
from kiosk.domain.attendee import Attendee
from kiosk.domain.match import Match
from kiosk.domain.match import told_of
from kiosk.domain.reason import Reasons
from kiosk.domain.refusal import UnknownAttendee
from kiosk.domain.relation import Relation
from kiosk.screens.met import Met
from kiosk.screens.met import acquaintance
from kiosk.store import arrivals
from kiosk.store import attendees
from kiosk.store import devices
from kiosk.store import introductions
from kiosk.store import list_keys
from kiosk.store import matches
from kiosk.store import people
from kiosk.store import print_jobs
from kiosk.store import reports


@dataclass(frozen=True, slots=True)
class Prompted:
    """Whom the reader was to meet, and what they were told."""

    made_at: datetime
    how: str
    others: tuple[str, ...]
    became: str
    answered_at: datetime | None
    beacon: str
    spot: str
    reasons: tuple[Reasons, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """What the reader says of somebody, met or not."""

    relation: Relation
    of: str


@dataclass(frozen=True, slots=True)
class Introducing:
    asked_at: datetime
    one: str
    other: str
    line: str


@dataclass(frozen=True, slots=True)
class Reporting:
    reported_at: datetime
    text: str


@dataclass(frozen=True, slots=True)
class Printing:
    asked_at: datetime
    printer: str
    door: str
    became: str


@dataclass(frozen=True, slots=True)
class Kept:
    person: Attendee
    found_by: tuple[str, ...]
    """What they are known again by when the guest list comes once more."""
    arrivals: tuple[Arrival, ...]
    phones_linked_at: tuple[datetime, ...]
    prompts: tuple[Prompted, ...]
    met: tuple[Met, ...]
    said: tuple[Said, ...]
    introduced: tuple[Introducing, ...]
    reported: tuple[Reporting, ...]
    printed: tuple[Printing, ...]
    erased_at: datetime | None
    """When all of it is erased, as far as is known: counted from whoever came last."""


def kept(connection: sa.Connection, attendee_id: str, keep: timedelta) -> Kept:
    """Read it all together; `UnknownAttendee` where nothing is kept."""
    person = attendees.get(connection, attendee_id)
    if person is None:
        raise UnknownAttendee
    known = acquaintance(connection, [attendee_id])
    theirs = matches.all_of(connection, attendee_id)
    started = introductions.started_by(connection, [attendee_id])[attendee_id]
    named = known.others() | {other for other, _ in known.said[attendee_id]}
    named |= {who for match in theirs for who in match.attendee_ids}
    named |= {who for each in started for who in (each.one_id, each.other_id)}
    by_id = attendees.names(connection, named)
    last = people.last_arrival_at(connection)
    return Kept(
        person=person,
        found_by=tuple(list_keys.of(connection, attendee_id)),
        arrivals=tuple(arrivals.of_person(connection, attendee_id)),
        phones_linked_at=tuple(phone.paired_at for phone in devices.phones_of(connection, attendee_id)),
        prompts=tuple(_prompted(match, attendee_id, by_id) for match in theirs),
        met=tuple(
            known.met(attendee_id, meeting, by_id)
            for meeting in known.meetings[attendee_id]
            if meeting.other_than(attendee_id) in by_id
        ),
        said=tuple(Said(what, by_id[other].name) for other, what in sorted(known.said[attendee_id]) if other in by_id),
        introduced=tuple(
            Introducing(each.asked_at, by_id[each.one_id].name, by_id[each.other_id].name, each.line)
            for each in started
            if {each.one_id, each.other_id} <= by_id.keys()
        ),
        reported=tuple(Reporting(each.reported_at, each.text) for each in reports.by(connection, attendee_id)),
        printed=tuple(
            Printing(job.asked_at, job.printer, job.door, job.state.value)
            for job in print_jobs.all_of(connection, attendee_id)
        ),
        erased_at=last + keep if last else None,
    )


def _prompted(match: Match, reader: str, by_id: dict[str, Attendee]) -> Prompted:
    own = match.prompt_of(reader)
    told = set(told_of(match, reader))
    everyone = zip((who for who in match.attendee_ids if who != reader), own.reasons, strict=True)
    others = [(by_id[who].name, why) for who, why in everyone if who in told and who in by_id]
    beacon = " ".join(filter(None, (match.beacon.colour, match.beacon.shape, match.beacon.word)))
    return Prompted(
        made_at=match.made_at,
        how=match.origin.how.value,
        others=tuple(name for name, _ in others),
        became=own.state.value,
        answered_at=own.answered_at,
        beacon=beacon,
        spot=match.spot,
        reasons=tuple(why for _, why in others),
    )
