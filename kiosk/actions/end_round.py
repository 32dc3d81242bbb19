"""End a round: who never found the other is free again, what was not answered is over."""

from collections.abc import Collection

from kiosk.actions.answer_prompt import save_matches
from kiosk.domain.fact import RoundEnded
from kiosk.domain.match import Match
from kiosk.domain.match import ended
from kiosk.domain.match import there
from kiosk.domain.refusal import NoRoundRunning
from kiosk.store import devices
from kiosk.store import matches
from kiosk.store import moods
from kiosk.store import rounds
from kiosk.store.database import Change


def end_round(change: Change) -> None:
    """End the running round now, with its matches. Who was still on the way is free.

    Who met goes on talking until they say themselves that they are free; without a phone they cannot, so they are.
    """
    running = rounds.running(change.connection)
    if running is None:
        raise NoRoundRunning
    of_round = [match for match in matches.of_round(change.connection, running.id) if match.ended_at is None]
    end_matches(change, [(match, ended(match, change.now)) for match in of_round])
    rounds.end(change.connection, running.id, change.now)
    change.tell(RoundEnded(running.id, tuple(who for match in of_round for who in match.attendee_ids)))


def end_matches(change: Change, became: Collection[tuple[Match, Match]]) -> None:
    """Save these matches as ended; of those who talk and are in no other match, free who has no phone to say so."""
    save_matches(change, became)
    talked = {who for before, _ in became for who in before.attendee_ids}
    cannot_say = talked - devices.people_with_a_phone(change.connection)
    still = {who for match in matches.not_ended(change.connection) for who in there(match)} if cannot_say else set()
    moods.stop_talking(change.connection, cannot_say - still, change.now)
