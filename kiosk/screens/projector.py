"""The projector: the evening as the room reads it from ten metres. Names only of those who agreed."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from kiosk.domain.attendee import Attendee
from kiosk.domain.beacon import Beacon
from kiosk.domain.match import Match
from kiosk.domain.match import State
from kiosk.domain.text import given_name
from kiosk.store import attendees
from kiosk.store import matches
from kiosk.store import meetings
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


@dataclass(frozen=True, slots=True)
class ProjectorScreen:
    here: int
    met: int
    """People who are here and have met someone."""
    answering: bool
    """Prompts may be answered; the countdown runs to their deadline."""
    talking: bool
    """A round is on and its prompts are answered; the countdown runs to the end of the round."""
    seconds_left: int
    pages: tuple[tuple[Pair, ...], ...]
    """The pairs of the round, six to a page."""
    pairs: int


def projector_screen(connection: sa.Connection, now: datetime) -> ProjectorScreen:
    counts = attendees.counts(connection)
    here = {person.id for person in attendees.here(connection, stated_too=False)}
    met = len(here & meetings.people_who_met(connection).keys())
    running = rounds.running(connection)
    if running is None:
        return ProjectorScreen(counts.here, met, False, False, 0, (), 0)
    answering = now < running.answer_by
    until = running.answer_by if answering else running.ends_at
    pairs = _pairs(connection, running.id, answering)
    return ProjectorScreen(
        here=counts.here,
        met=met,
        answering=answering,
        talking=not answering,
        seconds_left=max(0, round((until - now).total_seconds())),
        pages=tuple(tuple(pairs[start : start + AT_ONCE]) for start in range(0, len(pairs), AT_ONCE)),
        pairs=len(pairs),
    )


def _pairs(connection: sa.Connection, round_id: int, answering: bool) -> list[Pair]:
    """While prompts may be answered every match stays in sight: one that vanished would tell of a no."""
    of_round = matches.of_round(connection, round_id)
    shown = of_round if answering else [match for match in of_round if match.state is State.ON]
    people = attendees.names(connection, [who for match in shown for who in match.attendee_ids])
    pairs = [_pair(match, people) for match in shown]
    return sorted(pairs, key=lambda pair: (not pair.names, pair.names, pair.beacon.colour, pair.beacon.shape))


def _pair(match: Match, people: dict[str, Attendee]) -> Pair:
    names = sorted(given_name(people[who].name) for who in match.attendee_ids if who in people and people[who].shown)
    return Pair(match.beacon, match.spot, tuple(names), len(match.attendee_ids) - len(names))
