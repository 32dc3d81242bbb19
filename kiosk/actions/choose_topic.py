"""Say which topic one means by what one typed."""

from dataclasses import replace

from kiosk.domain.fact import AttendeeChanged
from kiosk.domain.refusal import BadInput
from kiosk.domain.spelling import own_key
from kiosk.domain.statement import Kind
from kiosk.domain.statement import each_topic_once
from kiosk.domain.topic import Topics
from kiosk.store import attendees
from kiosk.store import statements
from kiosk.store import topic_decisions
from kiosk.store.database import Change


def choose_topic(change: Change, attendee_id: str, kind: Kind, text: str, topic: str, topics: Topics) -> None:
    """Take one's own words for this topic: one that is known, or the words themselves. Two words for one topic become
    one statement, the first. What is not stated (any more) stays away. Raises `BadInput` for a topic that is none."""
    now = topics.decided(topic_decisions.all_of_them(change.connection))
    if topic != own_key(text) and not now.knows(topic):
        raise BadInput
    stated = attendees.need(change.connection, attendee_id).stated(kind)
    meant = [replace(s, topic=now.settled(topic), confirmed=topic) if s.text == text else s for s in stated]
    statements.replace(change.connection, attendee_id, kind, each_topic_once(meant))
    change.tell(AttendeeChanged(attendee_id))
