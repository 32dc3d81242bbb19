"""Add an interest, an offer or an ask."""

from kiosk.domain.fact import AttendeeChanged
from kiosk.domain.refusal import TooManyTopics
from kiosk.domain.statement import Kind
from kiosk.domain.statement import Statement
from kiosk.domain.text import clean
from kiosk.domain.text import without_junk
from kiosk.domain.topic import Topics
from kiosk.store import attendees
from kiosk.store import statements
from kiosk.store import topic_decisions
from kiosk.store.database import Change

MOST_OF_A_KIND = 12
WORDS_LIMIT = 60


def state_topic(change: Change, attendee_id: str, kind: Kind, text: str, topics: Topics) -> None:
    """Add what was typed. What says nothing adds nothing; a topic or text stated before stays as it was."""
    text = clean(without_junk(text), WORDS_LIMIT)
    if not text:
        return
    stated = attendees.need(change.connection, attendee_id).stated(kind)
    now = topics.decided(topic_decisions.all_of_them(change.connection))
    added = Statement(kind, text, now.resolve(text))
    if any(s.topic == added.topic or s.text == text for s in stated):
        return
    if len(stated) >= MOST_OF_A_KIND:
        raise TooManyTopics
    statements.replace(change.connection, attendee_id, kind, (*stated, added))
    change.tell(AttendeeChanged(attendee_id))
