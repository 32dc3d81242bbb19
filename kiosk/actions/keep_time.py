"""Let what has run out of time end: prompts at their deadline, matches, rounds and rests at their end."""

from kiosk.actions.answer_prompt import save_matches
from kiosk.actions.end_round import end_matches
from kiosk.actions.end_round import end_round
from kiosk.actions.leave import leave
from kiosk.domain.fact import AttendeeChanged
from kiosk.domain.fact import MessageChanged
from kiosk.domain.fact import PromptsExpired
from kiosk.domain.match import after_a_look_at_the_clock
from kiosk.store import matches
from kiosk.store import messages
from kiosk.store import moods
from kiosk.store import rounds
from kiosk.store.database import Change


def keep_time(change: Change) -> None:
    """Close each match's prompts at its own deadline, end it at its own end, and end the round that is over.

    Rests end, a message whose time has passed goes, and who said when they would leave has left. Often there is
    nothing to do.
    """
    running = rounds.running(change.connection)
    if running is not None and change.now >= running.ends_at:
        end_round(change)
    due = [
        (match, after_a_look_at_the_clock(match, change.now)) for match in matches.due(change.connection, change.now)
    ]
    if due:
        save_matches(change, [(before, after) for before, after in due if after.ended_at is None])
        end_matches(change, [(before, after) for before, after in due if after.ended_at])
        change.tell(PromptsExpired(tuple(who for match, _ in due for who in match.attendee_ids)))
    if messages.drop_expired(change.connection, change.now):
        change.tell(MessageChanged())
    for who in moods.end_rests(change.connection, change.now):
        change.tell(AttendeeChanged(who))
    for who in moods.leaving_by(change.connection, change.now):
        leave(change, who)
