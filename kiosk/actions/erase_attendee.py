"""Erase one person wholly: at their own wish, or by the organizer."""

from kiosk.actions.decide_topic import undo_topic_decision
from kiosk.actions.end_round import end_matches
from kiosk.actions.leave import leave_matches
from kiosk.domain.fact import AttendeeErased
from kiosk.domain.match import Match
from kiosk.domain.match import ended
from kiosk.domain.match import goes_on
from kiosk.domain.match import without
from kiosk.domain.scanned import ticket_key
from kiosk.domain.spelling import own_key
from kiosk.domain.statement import Statement
from kiosk.domain.topic import Topics
from kiosk.store import attendees
from kiosk.store import devices
from kiosk.store import matches
from kiosk.store import not_expected
from kiosk.store import people
from kiosk.store import statements
from kiosk.store import topic_decisions
from kiosk.store.database import Change


def erase_attendee(change: Change, attendee_id: str, topics: Topics) -> None:
    """Delete this person and all about them, what others noted of them too. Their open match goes on without them, or
    ends; what was between others stays. What backups and papers still hold is for the caller. `UnknownAttendee`.
    """
    person = attendees.need(change.connection, attendee_id)
    phones = tuple(phone.id for phone in devices.phones_of(change.connection, attendee_id))
    leave_matches(change, attendee_id)
    theirs = matches.all_of(change.connection, attendee_id)
    matches.take_out(
        change.connection, attendee_id, {match.id: _left_of(change, match, attendee_id) for match in theirs}
    )
    people.erase_one(change.connection, attendee_id)
    not_expected.erase(change.connection, person.name, ticket_key(person.ticket_code))
    _undo_decisions_on_their_words(change, person.statements, topics)
    change.tell(AttendeeErased(attendee_id, phones))


def _left_of(change: Change, match: Match, attendee_id: str) -> Match | None:
    left = without(match, attendee_id)
    if match.ended_at is None and (left is None or not goes_on(left)):
        over = ended(match, change.now)
        end_matches(change, [(match, over)])
        return without(over, attendee_id)
    return left


def _undo_decisions_on_their_words(change: Change, stated: tuple[Statement, ...], topics: Topics) -> None:
    """What the organizer decided about words that nobody else says, and that no topic is known by, holds them still."""
    known = topics.decided(())
    own = {own_key(statement.text) for statement in stated if not known.sure(statement.text)}
    about = [each for each in topic_decisions.all_of_them(change.connection) if own & {each.words, each.topic}]
    if about:
        own -= {own_key(said.text) for said in statements.said(change.connection)}
        for decision in about:
            if own & {decision.words, decision.topic}:
                undo_topic_decision(change, decision.words, topics)
