"""What attendees state, by topic: replaced, taken anew, and counted without a name."""

from collections import defaultdict
from collections.abc import Collection
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from kiosk.domain.attendee import Presence
from kiosk.domain.statement import Kind
from kiosk.domain.statement import Statement
from kiosk.store.schema import attendees
from kiosk.store.schema import statements

_people = sa.func.count(statements.c.attendee_id.distinct()).label("people")


@dataclass(frozen=True, slots=True)
class Said:
    """A text that so many people typed, and the topic it is taken for."""

    topic: str
    text: str
    people: int


def statement_rows(attendee_id: str, of_a_kind: Sequence[Statement]) -> list[dict[str, Any]]:
    """Rows for what someone states of one kind, in their order."""
    return [
        {
            "attendee_id": attendee_id,
            "kind": s.kind,
            "position": position,
            "text": s.text,
            "topic": s.topic,
            "confirmed": s.confirmed,
        }
        for position, s in enumerate(of_a_kind)
    ]


def replace(connection: sa.Connection, attendee_id: str, kind: Kind, stated: Sequence[Statement]) -> None:
    """Replace what someone stated of one kind."""
    connection.execute(statements.delete().where(statements.c.attendee_id == attendee_id, statements.c.kind == kind))
    if stated:
        connection.execute(statements.insert(), statement_rows(attendee_id, stated))


def texts_of(connection: sa.Connection, topics: Collection[str]) -> list[Statement]:
    """What is taken for these topics: each text once for each topic that its people confirmed, whoever they are."""
    distinct = sa.select(statements.c.text, statements.c.topic, statements.c.confirmed).distinct()
    rows = connection.execute(distinct.where(statements.c.topic.in_(topics)))
    return [Statement(Kind.INTEREST, row.text, row.topic, row.confirmed) for row in rows]


def take_for(connection: sa.Connection, before: Statement, topic: str) -> None:
    """Take everyone's text, confirmed as in `before`, for this topic from now on."""
    same = sa.and_(
        statements.c.text == before.text,
        statements.c.topic == before.topic,
        statements.c.confirmed == before.confirmed,
    )
    connection.execute(statements.update().where(same).values(topic=topic))


def topic_counts(connection: sa.Connection, at_least: int, most: int) -> list[tuple[str, int]]:
    """At most so many topics of interest that at least so many people state, most first: counts, never names."""
    rows = connection.execute(
        sa.select(statements.c.topic, _people)
        .where(statements.c.kind == Kind.INTEREST)
        .group_by(statements.c.topic)
        .having(_people >= at_least)
        .order_by(_people.desc(), statements.c.topic)
        .limit(most)
    )
    return [(row.topic, row.people) for row in rows]


def stated_by_others(
    connection: sa.Connection, attendee_id: str, kinds: Collection[Kind], at_least: int, most: int
) -> list[tuple[str, int]]:
    """At most so many topics with how many others state them so, if at least so many do; those most do come first."""
    rows = connection.execute(
        sa.select(statements.c.topic, _people)
        .where(statements.c.kind.in_(kinds), statements.c.attendee_id != attendee_id)
        .group_by(statements.c.topic)
        .having(_people >= at_least)
        .order_by(_people.desc(), statements.c.topic)
        .limit(most)
    )
    return [(row.topic, row.people) for row in rows]


def _of_those_here(kind: Kind) -> sa.Select[Any]:
    """What those state who are here."""
    present = sa.and_(statements.c.attendee_id == attendees.c.id, attendees.c.presence == Presence.HERE)
    return sa.select(statements.c.topic).join(attendees, present).where(statements.c.kind == kind)


_agreed = sa.and_(attendees.c.agreed_to_match.is_(True), attendees.c.minor.is_(False), attendees.c.blocked.is_(False))


def interests_here(connection: sa.Connection) -> dict[str, list[str]]:
    """The topics of interest of each who is here and agreed to be matched, by id."""
    chosen = _of_those_here(Kind.INTEREST).add_columns(statements.c.attendee_id).where(_agreed)
    interests: dict[str, list[str]] = defaultdict(list)
    for row in connection.execute(chosen):
        interests[row.attendee_id].append(row.topic)
    return interests


def asked_and_not_offered(connection: sa.Connection) -> list[str]:
    """Topics that people ask for who are here and agreed to be matched, and that nobody here offers; what most ask for
    comes first."""
    offered = _of_those_here(Kind.OFFER)
    asked = _of_those_here(Kind.ASK).where(_agreed, statements.c.topic.not_in(offered))
    return list(connection.scalars(asked.group_by(statements.c.topic).order_by(_people.desc(), statements.c.topic)))


def said(connection: sa.Connection) -> list[Said]:
    """Every text with how many people typed it, of whatever kind, and the topic it is taken for."""
    rows = connection.execute(
        sa.select(statements.c.topic, statements.c.text, _people).group_by(statements.c.topic, statements.c.text)
    )
    return [Said(row.topic, row.text, row.people) for row in rows]


def people_by_topic(connection: sa.Connection) -> dict[str, int]:
    """How many people state each topic, as whatever."""
    return {
        row.topic: row.people
        for row in connection.execute(sa.select(statements.c.topic, _people).group_by(statements.c.topic))
    }


def typed_most(connection: sa.Connection, topics: Collection[str]) -> dict[str, str]:
    """For each of these topics the text that most people typed for it.

    Of several, the shortest, so that nobody's own stars and flowers are shown; then small letters before capitals
    and accents before none.
    """
    rows = connection.execute(
        sa.select(statements.c.topic, statements.c.text, _people)
        .where(statements.c.topic.in_(topics))
        .group_by(statements.c.topic, statements.c.text)
    )
    return {row.topic: row.text for row in sorted(rows, key=lambda row: (row.people, -len(row.text), row.text))}
