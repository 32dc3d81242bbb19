"""Say of someone one has met that one is glad, would meet again, or knows them from before; or no longer say it."""

from kiosk.actions.block import block
from kiosk.actions.block import unblock
from kiosk.domain.fact import KeptToOneself
from kiosk.domain.relation import Relation
from kiosk.store import meetings
from kiosk.store import relations
from kiosk.store.database import Change


def relate(change: Change, meeting_id: str, attendee_id: str, relation: Relation, holds: bool) -> None:
    """Keep what this person says of the other of a meeting. Said twice is said once; the other is told nothing."""
    other_id = meetings.need(change.connection, meeting_id, attendee_id).other_than(attendee_id)
    if relation is Relation.BLOCKS:
        (block if holds else unblock)(change, attendee_id, other_id)
        return
    if holds:
        relations.say(change.connection, attendee_id, other_id, relation, change.now)
    else:
        relations.unsay(change.connection, attendee_id, other_id, relation)
    change.tell(KeptToOneself(attendee_id))
