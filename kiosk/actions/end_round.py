"""End a round: those who talked are free again, what was not answered is over."""

from kiosk.domain.attendee import Mood
from kiosk.domain.fact import RoundEnded
from kiosk.domain.match import State
from kiosk.domain.match import ended
from kiosk.domain.refusal import NoRoundRunning
from kiosk.store import attendees
from kiosk.store import matches
from kiosk.store import rounds
from kiosk.store.database import Change


def end_round(change: Change) -> None:
    """End the running round now. Whom its matches had set talking is free; who rests goes on resting."""
    running = rounds.running(change.connection)
    if running is None:
        raise NoRoundRunning
    of_round = matches.of_round(change.connection, running.id)
    talked: list[str] = []
    for match in of_round:
        matches.save(change.connection, match, ended(match))
        talked += [p.attendee_id for p in match.prompts if p.state in (State.ON, State.MET)]
    attendees.change_mood(change.connection, talked, Mood.TALKING, Mood.FREE)
    rounds.end(change.connection, running.id, change.now)
    change.tell(RoundEnded(running.id, tuple(who for match in of_round for who in match.attendee_ids)))
