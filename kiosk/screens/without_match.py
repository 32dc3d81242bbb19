"""Who is free and has no match, and why, in words. It never tells that anyone said no."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from kiosk.domain.attendee import SOON
from kiosk.domain.attendee import Attendee
from kiosk.domain.attendee import Mood
from kiosk.domain.flow import Limits
from kiosk.domain.flow import waiting_of
from kiosk.domain.flow import why_waiting
from kiosk.domain.plan import Why
from kiosk.domain.refusal import N_
from kiosk.store import agenda
from kiosk.store import matches
from kiosk.store import moods
from kiosk.store import prompts
from kiosk.store import rounds
from kiosk.store import unmatched

_NOT_AGREED = N_("Has not said yes to being matched. Their phone asks them, and any door does.")
_MINOR = N_("Is a minor, and sent to nobody.")
_BLOCKED = N_("Is blocked by the organizer, and sent to nobody.")
_NEXT_ROUND = N_("Comes into the next round.")


@dataclass(frozen=True, slots=True)
class WithoutMatch:
    """`why` is a sentence (message id)."""

    id: str
    name: str
    minutes_free: int
    has_phone: bool
    why: str


def without_match(
    connection: sa.Connection, here: Sequence[Attendee], with_phone: set[str], now: datetime, limits: Limits
) -> list[WithoutMatch]:
    """Those of the people here who could have a match and have none, whoever is free the longest first.

    While nothing is going on, only those of whom there is something to say. Who was in a match whose prompts may still
    be answered is not among them, so that nothing can be told from their coming.
    """
    in_match = matches.people_in_sight(connection)
    free = [person for person in here if person.mood is Mood.FREE and person.id not in in_match]
    why = {who: Why(reason).sentence for who, reason in unmatched.all_of_them(connection).items()}
    why = _meanwhile(connection, in_match, now, limits) | why
    why |= {person.id: _NOT_AGREED for person in free if not person.agreed_to_match}
    why |= {person.id: _MINOR for person in free if person.minor}
    why |= {person.id: _BLOCKED for person in free if person.blocked}
    free.sort(key=lambda person: (person.free_since or now, person.name))
    return [
        WithoutMatch(person.id, person.name, _minutes(person, now), person.id in with_phone, why[person.id])
        for person in free
        if person.id in why
    ]


def _minutes(person: Attendee, now: datetime) -> int:
    return int((now - (person.free_since or now)).total_seconds() // 60)


def _meanwhile(connection: sa.Connection, in_match: set[str], now: datetime, limits: Limits) -> dict[str, str]:
    """Why those have no match whose turn has not come yet."""
    free_since = moods.free_since(connection)
    running = rounds.running(connection)
    if running is not None and not (limits.in_rounds and running.has_time_for_another(now)):
        return dict.fromkeys(free_since, _NEXT_ROUND)
    if running is None and not agenda.get(connection).flows:
        return {}
    leaving = moods.leaving_ids(connection, now + SOON)
    last = prompts.last_prompts(connection, free_since.keys() - in_match)
    waiting = waiting_of(free_since, last, in_match, leaving, limits.pause)
    full = running is None and matches.how_many_run(connection) >= limits.at_once
    return {person.id: why_waiting(person, len(waiting), full, now) for person in waiting}
