"""The projector: the evening as the room reads it from ten metres. Names only of those who agreed."""

from dataclasses import dataclass
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

import sqlalchemy as sa

from kiosk.domain.attendee import Attendee
from kiosk.domain.beacon import Beacon
from kiosk.domain.finding import may_move
from kiosk.domain.match import Match
from kiosk.domain.picture import Picture
from kiosk.domain.picture import draw
from kiosk.domain.scene import Moment
from kiosk.domain.scene import Scene
from kiosk.domain.scene import scene_of
from kiosk.domain.text import given_name
from kiosk.domain.topic import Topics
from kiosk.store import agenda
from kiosk.store import attendees
from kiosk.store import matches
from kiosk.store import meetings
from kiosk.store import messages
from kiosk.store import moods
from kiosk.store import rehearsals
from kiosk.store import rounds
from kiosk.store import statements

T = TypeVar("T")

AT_ONCE = 6
"""Matches on the screen at the same time: more cannot be read from ten metres."""
ASKS_AT_ONCE = 4
MOST_ASKS = 12


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
    scene: Scene
    message: str
    """What the organizer says to everybody, where the room is to read it too."""
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
    next_round_at: datetime | None
    """When a round starts by itself, while that is to come."""
    seconds_to_round: int
    asks: tuple[tuple[str, ...], ...]
    """Names of topics somebody here asks for and nobody here offers, four to a page. Never what a person typed: words
    of their own may tell who asks."""
    picture: Picture | None
    """The room, its topics by name, in the scene that shows it."""


def projector_screen(connection: sa.Connection, now: datetime, topics: Topics) -> ProjectorScreen:
    counts = moods.counts(connection)
    here = attendees.here_ids(connection)
    met = len(here & meetings.people_who_met(connection).keys())
    set_for = agenda.get(connection)
    running = rounds.running(connection)
    seen = matches.in_sight(connection)
    pairs = _pairs(connection, seen)
    answering = now < running.answer_by if running else any(match.answering for match in seen)
    until = (running.answer_by if answering else running.ends_at) if running else None
    asks = _asks(connection, topics)
    moment = Moment(
        now,
        set_for.held,
        counts.here,
        counts.left,
        bool(pairs),
        set_for.next_round_at,
        bool(asks),
        set_for.ended_at is not None,
    )
    scene = scene_of(moment)
    to_round = set_for.next_round_at - now if set_for.next_round_at and moment.round_to_come else None
    said = messages.standing(connection, now)
    return ProjectorScreen(
        scene=scene,
        message=said.text if said and said.on_projector else "",
        here=counts.here,
        met=met,
        answering=answering,
        talking=running is not None and not answering,
        seconds_left=max(0, round((until - now).total_seconds())) if until else None,
        pages=_pages(pairs, AT_ONCE),
        pairs=len(pairs),
        rehearsal=rehearsals.is_on(connection),
        next_round_at=set_for.next_round_at if to_round else None,
        seconds_to_round=round(to_round.total_seconds()) if to_round else 0,
        asks=_pages(asks, ASKS_AT_ONCE),
        picture=_picture(connection, here, topics) if scene is Scene.ROOM else None,
    )


def _pages(all_of_them: list[T], at_once: int) -> tuple[tuple[T, ...], ...]:
    return tuple(tuple(all_of_them[start : start + at_once]) for start in range(0, len(all_of_them), at_once))


def _asks(connection: sa.Connection, topics: Topics) -> list[str]:
    asked = statements.asked_and_not_offered(connection)
    return [topics.name(key, "") for key in asked if topics.knows(key)][:MOST_ASKS]


def _picture(connection: sa.Connection, here: set[str], topics: Topics) -> Picture:
    interests = statements.interests_here(connection)
    named = {who: [key for key in keys if topics.knows(key)] for who, keys in interests.items()}
    picture = draw(here, named, meetings.pairs(connection))
    return replace(picture, gathers=tuple(topics.name(key, "") for key in picture.gathers))


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
