"""Help those who are on and cannot find each other: they are called, and may take another spot."""

from collections.abc import Sequence

from kiosk.domain.fact import KeptToOneself
from kiosk.domain.fact import PromptAnswered
from kiosk.domain.finding import moved
from kiosk.domain.finding import searched
from kiosk.domain.match import Match
from kiosk.domain.match import seen_anew
from kiosk.domain.refusal import PromptOver
from kiosk.domain.spot import Spot
from kiosk.domain.spot import allot_spots
from kiosk.store import matches
from kiosk.store import prompts
from kiosk.store.database import Change


def find_partner(change: Change, match_id: str, attendee_id: str) -> None:
    """Call those of a match who are on: large on their phones, and on the projector."""
    before = _need(change, match_id)
    _save(change, before, searched(before, attendee_id))


def take_another_spot(change: Change, match_id: str, attendee_id: str, instead_of: str, spots: Sequence[Spot]) -> None:
    """Send them to another spot `instead_of` the one this person's page showed; where it changed since, it stays."""
    before = _need(change, match_id)
    others = [spot for spot in spots if spot.name != before.spot]
    if before.spot != instead_of or not others:
        _save(change, before, searched(before, attendee_id))
        return
    taken = prompts.people_at_spots(change.connection)
    [spot] = allot_spots([len(before.prompts)], others, taken, change.random, [[before.spot]])
    _save(change, before, moved(before, attendee_id, spot))


def _need(change: Change, match_id: str) -> Match:
    found = matches.get(change.connection, match_id)
    if found is None:
        raise PromptOver
    return found


def _save(change: Change, before: Match, after: Match) -> None:
    if after != before:
        matches.save(change.connection, [(before, after)])
        change.tell(PromptAnswered(before.id, seen_anew(before, after)))
        if after.origin.introduced_by and after.spot != before.spot:
            change.tell(KeptToOneself(after.origin.introduced_by))
