"""asks.csv and topics.csv."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from kiosk.domain.answered import Answered
from kiosk.domain.answered import answered_asks
from kiosk.domain.attendee import Attendee
from kiosk.domain.statement import Kind
from kiosk.domain.topic import Topics
from kiosk.screens.files.file import Column
from kiosk.screens.files.file import File
from kiosk.screens.files.file import listed
from kiosk.screens.files.file import table
from kiosk.screens.files.file import yes
from kiosk.store import meetings


def asks_file(connection: sa.Connection, people: Sequence[Attendee], topics: Topics) -> File:
    columns: tuple[Column[Answered], ...] = (
        Column("attendee_id", "who asks", lambda row: row.asker.id),
        Column("name", "their name", lambda row: row.asker.name),
        Column("ask", "what they look for, in their words", lambda row: row.ask.text),
        Column("topic", "the topic it was taken for", lambda row: topics.name(row.ask.topic, row.ask.text)),
        Column(
            "answered",
            "yes where they met somebody with an offer on it, or near it",
            lambda row: yes(row.answered),
        ),
    )
    asks = answered_asks(people, meetings.all_of_them(connection), topics)
    return table("asks.csv", "What people look for, and whether it was met: one row an ask.", columns, asks)


@dataclass(frozen=True, slots=True)
class _Topic:
    key: str
    name: str
    people: int
    by_kind: Counter[Kind]
    decided: tuple[str, ...]


def topics_file(people: Sequence[Attendee], topics: Topics) -> File:
    columns: tuple[Column[_Topic], ...] = (
        Column("topic", "its name, or the words where it is in no file", lambda topic: topic.name),
        Column("known", "yes where a topics file or a decision names it", lambda topic: yes(topics.knows(topic.key))),
        Column("people", "how many state it, as whatever", lambda topic: str(topic.people)),
        Column("interests", "how many are into it", lambda topic: str(topic.by_kind[Kind.INTEREST])),
        Column("offers", "how many could help with it", lambda topic: str(topic.by_kind[Kind.OFFER])),
        Column("asks", "how many look for it", lambda topic: str(topic.by_kind[Kind.ASK])),
        Column("decided", "other words that you decided are this topic", lambda topic: listed(topic.decided)),
    )
    return table("topics.csv", "What people care about, as counts: one row a topic.", columns, _topics(people, topics))


def _topics(people: Sequence[Attendee], topics: Topics) -> list[_Topic]:
    """Every topic stated, most people first."""
    stated = Counter((topic, kind) for who in people for topic, kind in {(s.topic, s.kind) for s in who.statements})
    whole = Counter(topic for who in people for topic in {s.topic for s in who.statements})
    typed = {s.topic: s.text for who in reversed(people) for s in reversed(who.statements)}
    found = [
        _Topic(
            key,
            topics.name(key, typed[key]),
            count,
            Counter({kind: stated[key, kind] for kind in Kind}),
            tuple(each.typed for each in topics.decisions if each.topic == key),
        )
        for key, count in whole.items()
    ]
    return sorted(found, key=lambda topic: (-topic.people, topic.name.casefold(), topic.key))
