"""Record that two people met: one scanned the other's badge, or both said so."""

from kiosk.actions.answer_prompt import save_matches
from kiosk.domain.fact import PeopleMet
from kiosk.domain.fact import PromptAnswered
from kiosk.domain.identifier import new_id
from kiosk.domain.match import met
from kiosk.domain.match import said_met
from kiosk.domain.match import seen_anew
from kiosk.domain.meeting import How
from kiosk.domain.meeting import Meeting
from kiosk.domain.refusal import NotHere
from kiosk.domain.refusal import OwnBadge
from kiosk.domain.refusal import PromptOver
from kiosk.domain.refusal import UnknownBadge
from kiosk.domain.relation import Relation
from kiosk.store import attendees
from kiosk.store import matches
from kiosk.store import meetings
from kiosk.store import relations
from kiosk.store.database import Change


def meet_by_badge(change: Change, attendee_id: str, badge_code: str) -> Meeting:
    """Two people met, since one scanned the other's badge. Scanned again, or by the other too, it is one meeting."""
    other = attendees.by_code(change.connection, badge_code)
    if other is None:
        raise UnknownBadge
    if other.id == attendee_id:
        raise OwnBadge
    if other.arrived_at is None or attendees.need(change.connection, attendee_id).arrived_at is None:
        raise NotHere
    return _record(change, attendee_id, other.id, How.SCAN)


def say_met(change: Change, match_id: str, attendee_id: str) -> None:
    """Say "we met". It is a meeting with each of the match who says so too."""
    before = matches.get(change.connection, match_id)
    if before is None:
        raise PromptOver
    after, agreed = said_met(before, attendee_id)
    if after == before:
        return
    save_matches(change, [(before, after)])
    for other_id in agreed:
        _record(change, attendee_id, other_id, How.TAP)
    change.tell(PromptAnswered(match_id, seen_anew(before, after)))


def _record(change: Change, one_id: str, other_id: str, how: How) -> Meeting:
    known = meetings.between(change.connection, one_id, other_id)
    match = matches.of_both(change.connection, one_id, other_id)
    told: tuple[str, ...] = ()
    if match is not None:
        after = met(match, one_id, other_id, change.now)
        save_matches(change, [(match, after)])
        told = seen_anew(match, after)
    if known is None:
        low, high = sorted((one_id, other_id))
        known = Meeting(new_id(change.random), low, high, change.now, how, match.id if match else None)
        meetings.add(change.connection, known)
    elif match is not None and match.id != known.match_id:
        for who, other in ((one_id, other_id), (other_id, one_id)):
            relations.unsay(change.connection, who, other, Relation.AGAIN)  # they have met again
    change.tell(PeopleMet((one_id, other_id, *(who for who in told if who not in (one_id, other_id)))))
    return known
