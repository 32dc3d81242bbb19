"""End the evening, and let it go on after all."""

from dataclasses import replace

from kiosk.actions.end_round import end_matches
from kiosk.actions.end_round import end_round
from kiosk.domain.fact import EveningTurned
from kiosk.domain.match import ended
from kiosk.domain.refusal import SoAlready
from kiosk.store import agenda
from kiosk.store import matches
from kiosk.store import rounds
from kiosk.store.database import Change


def end_evening(change: Change) -> None:
    """Nobody is matched any more: the round and every match end. What was set stands, for when it goes on after all."""
    set_for = agenda.get(change.connection)
    if set_for.ended_at is not None:
        raise SoAlready
    if rounds.running(change.connection) is not None:
        end_round(change)
    end_matches(change, [(match, ended(match, change.now)) for match in matches.not_ended(change.connection)])
    agenda.save(change.connection, replace(set_for, ended_at=change.now))
    change.tell(EveningTurned())


def go_on_with_evening(change: Change) -> None:
    """Take the end back: flow, the time of the next round and the projector are as they were set before it."""
    set_for = agenda.get(change.connection)
    if set_for.ended_at is None:
        raise SoAlready
    agenda.save(change.connection, replace(set_for, ended_at=None))
    change.tell(EveningTurned())
