"""The people someone met, as they see them: what they said and kept of each, and the details that pass."""

from collections.abc import Collection
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from datetime import timedelta

import sqlalchemy as sa

from kiosk.domain.attendee import Attendee
from kiosk.domain.meeting import Contact
from kiosk.domain.meeting import Meeting
from kiosk.domain.meeting import Note
from kiosk.domain.relation import Relation
from kiosk.domain.text import given_name
from kiosk.store import attendees
from kiosk.store import meetings
from kiosk.store import relations
from kiosk.store.people import last_arrival_at


@dataclass(frozen=True, slots=True)
class Met:
    """Someone the reader met. `email` and `phone` are filled only while both offer something, with what was offered."""

    meeting_id: str
    match_id: str | None
    name: str
    given: str
    title: str
    company: str
    line: str
    met_at: datetime
    said: frozenset[Relation]
    """What the reader says of them."""
    note: Note
    offered: frozenset[Contact]
    """What the reader offers. Whether the other offers anything is not told before both do."""
    shared: bool
    email: str
    phone: str


@dataclass(frozen=True, slots=True)
class Blocked:
    attendee_id: str
    name: str


@dataclass(frozen=True, slots=True)
class PersonScreen:
    """The reader, and one person they met."""

    attendee: Attendee
    met: Met


@dataclass(frozen=True, slots=True)
class MetScreen:
    """Everyone the reader met, the latest first, and when the kiosk forgets them, as far as is known."""

    met: tuple[Met, ...]
    erased_at: datetime | None


@dataclass(frozen=True, slots=True)
class Acquaintance:
    """Everything of the readers and the people they met or blocked, read together."""

    meetings: Mapping[str, list[Meeting]]
    notes: Mapping[tuple[str, str], Note]
    said: Mapping[str, set[tuple[str, Relation]]]

    def others(self) -> set[str]:
        """The ids of all who are to be named."""
        met = {meeting.other_than(who) for who, theirs in self.meetings.items() for meeting in theirs}
        return met | {other for theirs in self.said.values() for other, what in theirs if what is Relation.BLOCKS}

    def met_by(self, reader: str, people: Mapping[str, Attendee]) -> tuple[Met, ...]:
        """Whom the reader met, the latest first, without those they blocked."""
        away = {blocked.attendee_id for blocked in self.blocked_by(reader, people)}
        theirs = [meeting for meeting in self.meetings[reader] if meeting.other_than(reader) in people]
        return tuple(self.met(reader, m, people) for m in theirs if m.other_than(reader) not in away)

    def blocked_by(self, reader: str, people: Mapping[str, Attendee]) -> tuple[Blocked, ...]:
        """Whom the reader blocked, by name."""
        blocked = (other for other, what in self.said[reader] if what is Relation.BLOCKS)
        named = [Blocked(other, people[other].name) for other in blocked if other in people]
        return tuple(sorted(named, key=lambda person: (person.name, person.attendee_id)))

    def met(self, reader: str, meeting: Meeting, people: Mapping[str, Attendee]) -> Met:
        other = people[meeting.other_than(reader)]
        passed = meeting.passed_to(reader)
        return Met(
            meeting_id=meeting.id,
            match_id=meeting.match_id,
            name=other.name,
            given=given_name(other.name),
            title=other.title,
            company=other.company,
            line=other.line,
            met_at=meeting.met_at,
            said=frozenset(what for whom, what in self.said[reader] if whom == other.id),
            note=self.notes.get((reader, meeting.id), Note()),
            offered=meeting.offered_by(reader),
            shared=meeting.shared,
            email=other.email if Contact.EMAIL in passed else "",
            phone=other.phone if Contact.PHONE in passed else "",
        )


def acquaintance(connection: sa.Connection, ids: Collection[str]) -> Acquaintance:
    """What these people (a few hundred at most) know of whom they met."""
    return Acquaintance(meetings.of(connection, ids), meetings.notes_of(connection, ids), relations.of(connection, ids))


def person_screen(connection: sa.Connection, meeting_id: str, attendee_id: str) -> PersonScreen:
    """The page of one person the reader met; `UnknownMeeting` for meetings of others."""
    meeting = meetings.need(connection, meeting_id, attendee_id)
    people = attendees.names(connection, [meeting.one_id, meeting.other_id])
    theirs = acquaintance(connection, [attendee_id])
    return PersonScreen(people[attendee_id], theirs.met(attendee_id, meeting, people))


def met_screen(connection: sa.Connection, attendee_id: str, keep: timedelta) -> MetScreen:
    known, last = acquaintance(connection, [attendee_id]), last_arrival_at(connection)
    met = known.met_by(attendee_id, attendees.names(connection, known.others()))
    return MetScreen(met, last + keep if last else None)
