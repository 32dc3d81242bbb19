"""Keep someone away: never matched, never introduced, no contact details."""

from kiosk.domain.fact import ContactShared
from kiosk.domain.fact import KeptToOneself
from kiosk.domain.relation import Relation
from kiosk.store import meetings
from kiosk.store import relations
from kiosk.store.database import Change


def block(change: Change, attendee_id: str, other_id: str) -> None:
    """Block the other, and take back what was offered to them. To them it looks as a withdrawal does, or as nothing.

    What they offered stays offered, for were it taken back they would learn of the block; it passes to nobody.
    """
    relations.say(change.connection, attendee_id, other_id, Relation.BLOCKS, change.now)
    meeting = meetings.between(change.connection, attendee_id, other_id)
    if meeting is not None and meeting.offered_by(attendee_id):
        meetings.offer(change.connection, meeting.id, attendee_id, (), change.now)
        if meeting.shared:
            change.tell(ContactShared((other_id,)))
    change.tell(KeptToOneself(attendee_id))


def unblock(change: Change, attendee_id: str, other_id: str) -> None:
    """No longer block; nothing is offered again by that."""
    relations.unsay(change.connection, attendee_id, other_id, Relation.BLOCKS)
    change.tell(KeptToOneself(attendee_id))
