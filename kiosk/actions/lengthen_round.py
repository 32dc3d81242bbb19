"""Give a round more time."""

from dataclasses import replace
from datetime import timedelta

from kiosk.domain.fact import RoundLengthened
from kiosk.domain.refusal import NoRoundRunning
from kiosk.store import matches
from kiosk.store import rounds
from kiosk.store.database import Change

MORE = timedelta(minutes=3)


def lengthen_round(change: Change) -> None:
    """Let the running round and its matches go on for three minutes more."""
    running = rounds.running(change.connection)
    if running is None:
        raise NoRoundRunning
    ends_at = running.ends_at + MORE
    rounds.set_end(change.connection, running.id, ends_at)
    of_round = [match for match in matches.of_round(change.connection, running.id) if match.ended_at is None]
    matches.save(change.connection, [(match, replace(match, ends_at=ends_at)) for match in of_round])
    change.tell(RoundLengthened(running.id))
