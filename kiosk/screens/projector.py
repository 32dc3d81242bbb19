"""The projector: the evening as the room reads it from ten metres. Names only of those who agreed."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from kiosk.domain.attendee import Attendee
from kiosk.domain.beacon import Beacon
from kiosk.domain.finding import may_move
from kiosk.domain.match import Match
from kiosk.domain.text import given_name
from kiosk.store import attendees
from kiosk.store import matches
from kiosk.store import meetings
from kiosk.store import rehearsals
from kiosk.store import rounds

AT_ONCE = 6
"""Matches on the screen at the same time (design.md): more cannot be read from ten metres."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A match as the room sees it: `names` holds those who agreed to be shown, `unnamed` counts the others."""

    beacon: Beacon
    spot: str
    names: tuple[str, ...]
    unnamed: int
    searching: bool
    """They cannot find each other: called first."""


@dataclass(frozen=True, slots=True)
class ProjectorScreen:
    here: int
    met: int
    """People who are here and have met someone."""
    answering: bool
    """Prompts may be answered; in a round the countdown runs to their deadline."""
    talking: bool
    """A round is on and its prompts are answered; the countdown runs to the end of the round."""
    seconds_left: int | None
    """None where no round is running: each match has a time of its own."""
    pages: tuple[tuple[Pair, ...], ...]
    """The matches in sight, six to a page."""
    pairs: int
    rehearsal: bool
    """Everyone here is invented; the screen says so."""


def projector_screen(connection: sa.Connection, now: datetime) -> ProjectorScreen:
    counts = attendees.counts(connection)
    here = {person.id for person in attendees.here(connection, stated_too=False)}
    met = len(here & meetings.people_who_met(connection).keys())
    running = rounds.running(connection)
    seen = matches.in_sight(connection)
    pairs = _pairs(connection, seen)
    answering = now < running.answer_by if running else any(match.answering for match in seen)
    until = (running.answer_by if answering else running.ends_at) if running else None
    return ProjectorScreen(
        here=counts.here,
        met=met,
        answering=answering,
        talking=running is not None and not answering,
        seconds_left=max(0, round((until - now).total_seconds())) if until else None,
        pages=tuple(tuple(pairs[start : start + AT_ONCE]) for start in range(0, len(pairs), AT_ONCE)),
        pairs=len(pairs),
        rehearsal=rehearsals.is_on(connection),
    )


def _pairs(connection: sa.Connection, seen: list[Match]) -> list[Pair]:
    """Nobody is named twice: whoever said no and has another match already is still named in the one before alone."""
    people = attendees.names(connection, [who for match in seen for who in match.attendee_ids])
    pairs: list[Pair] = []
    named: set[str] = set()
    for match in sorted(seen, key=lambda match: (match.made_at, match.id)):
        pairs.append(
            _pair(match, {who: people[who] for who in match.attendee_ids if who in people and who not in named})
        )
        named.update(match.attendee_ids)
    return sorted(
        pairs, key=lambda pair: (not pair.searching, not pair.names, pair.names, pair.beacon.colour, pair.beacon.shape)
    )


def _pair(match: Match, people: dict[str, Attendee]) -> Pair:
    names = sorted(given_name(people[who].name) for who in match.attendee_ids if who in people and people[who].shown)
    # A third who may still be asked must not read here that the two others are on.
    searching = match.searching and may_move(match)
    return Pair(match.beacon, match.spot, tuple(names), len(match.attendee_ids) - len(names), searching)
