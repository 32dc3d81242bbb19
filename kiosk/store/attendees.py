"""Attendees with what they stated."""

from collections import defaultdict
from collections.abc import Collection
from collections.abc import Sequence
from dataclasses import fields
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from kiosk.domain.attendee import Attendee
from kiosk.domain.attendee import Mood
from kiosk.domain.attendee import Presence
from kiosk.domain.directory import Listed
from kiosk.domain.purpose import Purpose
from kiosk.domain.refusal import UnknownAttendee
from kiosk.domain.scanned import ticket_key
from kiosk.domain.statement import Kind
from kiosk.domain.statement import Statement
from kiosk.store.schema import attendees
from kiosk.store.schema import purposes
from kiosk.store.schema import statements
from kiosk.store.statements import statement_rows

_BATCH = 500
# Of every check-in: built once, since building a statement costs as much as running it.
_set = attendees.update().where(attendees.c.id == sa.bindparam("of_id"))
_name_and_presence = sa.select(attendees.c.name, attendees.c.presence).where(attendees.c.id == sa.bindparam("of_id"))
_listed = sa.select(*(attendees.c[name] for name in ("id", "name", "company", "email", "phone", "presence")))
# By place, as `Attendee` is made: looking each value up by its name took half of what reading a thousand people took.
_FIELDS = tuple(field.name for field in fields(Attendee) if field.name not in ("purposes", "statements"))
_STATE = _FIELDS.index("presence")
_whole = sa.select(*(attendees.c[name] for name in _FIELDS))
_stated = ("attendee_id", "kind", "text", "topic", "confirmed")
_statements = sa.select(*(statements.c[name] for name in _stated)).order_by(statements.c.position)
_purposes = sa.select(purposes.c.attendee_id, purposes.c.purpose).order_by(purposes.c.position)
_KINDS = {kind.value: kind for kind in Kind}
_PRESENCES = {presence.value: presence for presence in Presence}
_MOODS = {mood.value: mood for mood in Mood}
_PURPOSES = {purpose.value: purpose for purpose in Purpose}
_TYPED = ("name", "company", "title", "email", "phone", "registration", "ticket_code", "attention", "note")


def add(connection: sa.Connection, attendee: Attendee, created_at: datetime) -> None:
    """Put a new person on the list, with their statements and purposes."""
    add_all(connection, [attendee], created_at)


def add_all(connection: sa.Connection, people: Sequence[Attendee], created_at: datetime) -> None:
    """Put new people on the list, however many, in one go."""
    rows = [
        {
            "id": attendee.id,
            "badge_code": attendee.badge_code,
            **_typed(attendee),
            "presence": attendee.presence,
            "mood": attendee.mood,
            "agreed_to_match": attendee.agreed_to_match,
            "shown": attendee.shown,
            "organizer_keeps_contact": attendee.organizer_keeps_contact,
            "walked_in": attendee.walked_in,
            "minor": attendee.minor,
            "blocked": attendee.blocked,
            "meets_colleagues": attendee.meets_colleagues,
            "small_group": attendee.small_group,
            "rests_until": attendee.rests_until,
            "leaves_at": attendee.leaves_at,
            "arrived_at": attendee.arrived_at,
            "free_since": attendee.free_since,
            "created_at": created_at,
        }
        for attendee in people
    ]
    _insert(connection, attendees, rows)
    stated = [row for a in people for kind in Kind for row in statement_rows(a.id, a.stated(kind))]
    _insert(connection, statements, stated)
    _insert(connection, purposes, [row for a in people for row in _came_for(a.id, a.purposes)])


def fill(connection: sa.Connection, people: Sequence[tuple[Attendee, Attendee]]) -> None:
    """Fill blanks of people on the list, each given as they are and as they shall be, however many in one go.

    What is typed, and whether they are a minor, is set; statements of a kind and purposes are added where there were
    none.
    """
    if people:
        rows = [{"of_id": after.id, "minor": after.minor, **_typed(after)} for _, after in people]
        connection.execute(_set, rows)
    stated = [
        row
        for before, after in people
        for kind in Kind
        if not before.stated(kind)
        for row in statement_rows(after.id, after.stated(kind))
    ]
    _insert(connection, statements, stated)
    came_for = [row for before, after in people if not before.purposes for row in _came_for(after.id, after.purposes)]
    _insert(connection, purposes, came_for)


def change(connection: sa.Connection, attendee_id: str, **values: Any) -> None:
    """Set columns of one person."""
    if values:
        connection.execute(_set, {"of_id": attendee_id, **values})


def set_purposes(connection: sa.Connection, attendee_id: str, chosen: Sequence[Purpose]) -> None:
    """Replace why someone came, the main purpose first."""
    connection.execute(purposes.delete().where(purposes.c.attendee_id == attendee_id))
    _insert(connection, purposes, _came_for(attendee_id, chosen))


def _typed(attendee: Attendee) -> dict[str, str]:
    typed = {column: getattr(attendee, column) for column in _TYPED}
    return typed | {"ticket_key": ticket_key(attendee.ticket_code)}


def _came_for(attendee_id: str, chosen: Sequence[Purpose]) -> list[dict[str, Any]]:
    return [
        {"attendee_id": attendee_id, "purpose": purpose, "position": position}
        for position, purpose in enumerate(dict.fromkeys(chosen))
    ]


def _insert(connection: sa.Connection, table: sa.Table, rows: Sequence[dict[str, Any]]) -> None:
    if rows:
        connection.execute(table.insert(), rows)


def _load(connection: sa.Connection, chosen: sa.Select[Any], stated_too: bool = True) -> list[Attendee]:
    """The people of `chosen`, some of `_whole`, in its order."""
    rows = connection.execute(chosen).all()
    stated: dict[str, list[Statement]] = defaultdict(list)
    came_to: dict[str, list[Purpose]] = defaultdict(list)
    for start in range(0, len(rows) if stated_too else 0, _BATCH):
        ids = [row[0] for row in rows[start : start + _BATCH]]
        theirs = _statements.where(statements.c.attendee_id.in_(ids))
        for who, kind, text, topic, confirmed in connection.execute(theirs).all():
            stated[who].append(Statement(_KINDS[kind], text, topic, confirmed))
        for who, purpose in connection.execute(_purposes.where(purposes.c.attendee_id.in_(ids))).all():
            came_to[who].append(_PURPOSES[purpose])
    return [
        Attendee(  # type: ignore[call-arg]  # by place, in the order of `_FIELDS`
            *row[:_STATE],
            _PRESENCES[row[_STATE]],
            _MOODS[row[_STATE + 1]],
            *row[_STATE + 2 :],
            tuple(came_to[row[0]]),
            tuple(stated[row[0]]),
        )
        for row in rows
    ]


def get(connection: sa.Connection, attendee_id: str) -> Attendee | None:
    found = _load(connection, _whole.where(attendees.c.id == attendee_id))
    return found[0] if found else None


def need(connection: sa.Connection, attendee_id: str) -> Attendee:
    """The person with this id; `UnknownAttendee` where there is none."""
    found = get(connection, attendee_id)
    if found is None:
        raise UnknownAttendee
    return found


def by_code(connection: sa.Connection, badge_code: str) -> Attendee | None:
    found = _load(connection, _whole.where(attendees.c.badge_code == badge_code))
    return found[0] if found else None


def by_ticket(connection: sa.Connection, keys: Collection[str]) -> Attendee | None:
    """Whose ticket has one of these keys (see `domain/scanned.py`), where it is one person's alone."""
    found = _load(connection, _whole.where(attendees.c.ticket_key.in_(keys), attendees.c.ticket_key != ""))
    return found[0] if len(found) == 1 else None


def party_of(connection: sa.Connection, registration: str) -> list[Attendee]:
    """Everyone who came on this registration, by name; what they stated is left empty. Nobody where it is empty."""
    if not registration:
        return []
    chosen = _whole.where(attendees.c.registration == registration)
    return _load(connection, chosen.order_by(attendees.c.name, attendees.c.id), stated_too=False)


def expected_of(connection: sa.Connection, registrations: Collection[str]) -> dict[str, int]:
    """How many on each of these registrations are still expected (a few registrations)."""
    rows = connection.execute(
        sa.select(attendees.c.registration, sa.func.count().label("people"))
        .where(attendees.c.registration.in_(registrations), attendees.c.presence == Presence.EXPECTED)
        .group_by(attendees.c.registration)
    )
    return {row.registration: row.people for row in rows}


def any_of_event(connection: sa.Connection, event: str) -> bool:
    """Whether somebody's ticket names this event in its address."""
    named = sa.func.lower(attendees.c.ticket_code).contains(f"/{event}", autoescape=True)
    return connection.scalar(sa.select(attendees.c.id).where(named).limit(1)) is not None


def by_ids(connection: sa.Connection, ids: Collection[str]) -> dict[str, Attendee]:
    """Those of `ids` that exist (a few hundred at most)."""
    return {a.id: a for a in _load(connection, _whole.where(attendees.c.id.in_(ids)))}


def names(connection: sa.Connection, ids: Collection[str]) -> dict[str, Attendee]:
    """Those of `ids` that exist, by name, state and contact alone: what they stated and came for is left empty.

    Many screens need no more, and reading what hundreds of people stated is most of what reading people costs.
    """
    chosen = _whole.where(attendees.c.id.in_(ids))
    return {a.id: a for a in _load(connection, chosen, stated_too=False)}


def name_and_presence(connection: sa.Connection, attendee_id: str) -> tuple[str, Presence]:
    """What a check-in must know of somebody; `UnknownAttendee` where there is none."""
    row = connection.execute(_name_and_presence, {"of_id": attendee_id}).first()
    if row is None:
        raise UnknownAttendee
    return row.name, Presence(row.presence)


def all_of_them(connection: sa.Connection) -> list[Attendee]:
    return _load(connection, _whole.order_by(attendees.c.name, attendees.c.id))


def here(connection: sa.Connection, stated_too: bool = True) -> list[Attendee]:
    """Everyone who is here, by id; without what they stated where that is not asked for."""
    chosen = _whole.where(attendees.c.presence == Presence.HERE).order_by(attendees.c.id)
    return _load(connection, chosen, stated_too)


def here_ids(connection: sa.Connection) -> set[str]:
    """The ids of everyone who is here."""
    return set(connection.scalars(sa.select(attendees.c.id).where(attendees.c.presence == Presence.HERE)))


def listed(connection: sa.Connection, ids: Collection[str] | None = None) -> list[Listed]:
    """Everyone as the door may find them, or those of `ids` that exist (a few hundred at most)."""
    chosen = _listed if ids is None else _listed.where(attendees.c.id.in_(ids))
    return [
        Listed(row.id, row.name, row.company, row.email, row.phone, Presence(row.presence))
        for row in connection.execute(chosen)
    ]


def not_here(connection: sa.Connection) -> list[tuple[str, str, str, str, bool]]:
    """Id, name, company, badge code and whether the door is to know something, of everyone not come or left."""
    columns = (attendees.c.id, attendees.c.name, attendees.c.company, attendees.c.badge_code, attendees.c.attention)
    rows = connection.execute(sa.select(*columns).where(attendees.c.presence != Presence.HERE).order_by(*columns[1:3]))
    return [(row.id, row.name, row.company, row.badge_code, row.attention != "") for row in rows]
