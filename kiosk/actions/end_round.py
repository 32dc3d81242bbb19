"""End a round: who never found the other is free again, what was not answered is over."""

from kiosk.actions.answer_prompt import save_match
from kiosk.domain.attendee import Mood
from kiosk.domain.fact import RoundEnded
from kiosk.domain.match import ended
from kiosk.domain.refusal import NoRoundRunning
from kiosk.store import attendees
from kiosk.store import devices
from kiosk.store import matches
from kiosk.store import rounds
from kiosk.store.database import Change


def end_round(change: Change) -> None:
    """End the running round now. Who was still on the way is free.

    Who met goes on talking until they say themselves that they are free; without a phone they cannot, so they are.
    """
    running = rounds.running(change.connection)
    if running is None:
        raise NoRoundRunning
    of_round = matches.of_round(change.connection, running.id)
    for match in of_round:
        save_match(change, match, ended(match))
    _free_without_phone(change)
    rounds.end(change.connection, running.id, change.now)
    change.tell(RoundEnded(running.id, tuple(who for match in of_round for who in match.attendee_ids)))


def _free_without_phone(change: Change) -> None:
    here = {person.id for person in attendees.here(change.connection, stated_too=False)}
    cannot_say = here - devices.people_with_a_phone(change.connection)
    attendees.change_mood(change.connection, cannot_say, Mood.TALKING, Mood.FREE)
