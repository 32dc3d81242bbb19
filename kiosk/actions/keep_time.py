"""Let what has run out of time end: prompts at their deadline, the round at its end."""

from kiosk.actions.end_round import end_round
from kiosk.domain.fact import PromptsExpired
from kiosk.domain.match import expired
from kiosk.store import matches
from kiosk.store import rounds
from kiosk.store.database import Change


def keep_time(change: Change) -> None:
    """Expire the prompts whose deadline has passed, and end the round that is over. Often there is nothing to do."""
    running = rounds.running(change.connection)
    if running is None:
        return
    if change.now >= running.ends_at:
        end_round(change)
        return
    if change.now < running.answer_by:
        return
    over: list[str] = []
    for match in matches.running(change.connection):
        after = expired(match)
        if after != match:
            matches.save(change.connection, match, after)
            over += match.attendee_ids
    if over:
        change.tell(PromptsExpired(tuple(over)))
