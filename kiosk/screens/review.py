"""The evening looked back on, for the organizer: figures about the evening, never about one person."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from datetime import timedelta

import sqlalchemy as sa

from kiosk.domain.answered import answered_asks
from kiosk.domain.arrival import Arrival
from kiosk.domain.attendee import Attendee
from kiosk.domain.chance import Share
from kiosk.domain.chance import apart
from kiosk.domain.match import Match
from kiosk.domain.match import State
from kiosk.domain.meeting import How
from kiosk.domain.origin import Occasion
from kiosk.domain.origin import Policy
from kiosk.domain.topic import Topics
from kiosk.store import arrivals
from kiosk.store import attendees
from kiosk.store import introductions
from kiosk.store import matches
from kiosk.store import meetings
from kiosk.store import rounds

_SLOTS = tuple(timedelta(minutes=minutes) for minutes in (5, 10, 15, 30, 60, 120, 240, 720, 1440))
_MOST_SLOTS = 24
_FEWEST = 3
"""People who state a topic before it is named: it shall not point at a person."""
_MOST_TOPICS = 16


@dataclass(frozen=True, slots=True)
class Slot:
    """People who came first between `at` and the next slot."""

    at: datetime
    people: int


@dataclass(frozen=True, slots=True)
class Occasions:
    """Matches that one occasion made. `at` is None but for a round."""

    occasion: Occasion
    at: datetime | None
    matches: int
    on: int
    """Matches to which two said yes, whether they met or not."""
    met: int


@dataclass(frozen=True, slots=True)
class Chance:
    """Prompts that became meetings: of the best matches, and of those drawn at random."""

    best: Share
    random: Share

    @property
    def tells(self) -> bool:
        return apart(self.best, self.random)


@dataclass(frozen=True, slots=True)
class TopicView:
    name: str
    people: int


@dataclass(frozen=True, slots=True)
class Review:
    on_list: int
    came: int
    walked_in: int
    arrivals: tuple[Slot, ...]
    slot_minutes: int
    made: tuple[Occasions, ...]
    """Rounds in their order, then flow and introductions where there were any."""
    met: tuple[tuple[int, Share], ...]
    """Of those who came, who met at least so many people."""
    meetings: int
    by_scan: int
    introductions: int
    asks: Share
    """Asks of those who came, and which of them were answered."""
    topics: tuple[TopicView, ...]
    chance: Chance | None
    """None where no match was drawn at random."""


def review(connection: sa.Connection, topics: Topics) -> Review:
    stood = [arrival for arrival in arrivals.all_of_them(connection) if arrival.undone_at is None]
    everyone = attendees.all_of_them(connection)
    came = {arrival.attendee_id for arrival in stood}
    there = [person for person in everyone if person.id in came]
    met = meetings.people_who_met(connection)
    all_meetings = meetings.all_of_them(connection)
    all_matches = matches.all_of_them(connection)
    slots, minutes = _slots(stood)
    asks = [each.answered for each in answered_asks(everyone, all_meetings, topics) if each.asker.id in came]
    return Review(
        on_list=sum(not person.walked_in for person in everyone),
        came=len(there),
        walked_in=sum(person.walked_in for person in there),
        arrivals=slots,
        slot_minutes=minutes,
        made=_made(connection, all_matches),
        met=tuple((least, Share(sum(met.get(who, 0) >= least for who in came), len(there))) for least in (1, 3, 5)),
        meetings=len(all_meetings),
        by_scan=sum(meeting.how is How.SCAN for meeting in all_meetings),
        introductions=len(introductions.all_of_them(connection)),
        asks=Share(sum(asks), len(asks)),
        topics=_topics(there, topics),
        chance=_chance(all_matches),
    )


def _slots(stood: Sequence[Arrival]) -> tuple[tuple[Slot, ...], int]:
    """When people came first, in slots of as many minutes as make a picture."""
    first: dict[str, datetime] = {}
    for arrival in stood:
        at = first.get(arrival.attendee_id, arrival.arrived_at)
        first[arrival.attendee_id] = min(at, arrival.arrived_at)
    if not first:
        return (), 0
    begin, end = min(first.values()), max(first.values())
    length = next((slot for slot in _SLOTS if (end - begin) / slot < _MOST_SLOTS - 1), _SLOTS[-1])
    begin -= (begin - datetime.min.replace(tzinfo=begin.tzinfo)) % length
    counts = Counter((at - begin) // length for at in first.values())
    slots = tuple(Slot(begin + number * length, counts[number]) for number in range(max(counts) + 1)[-200:])
    return slots, int(length.total_seconds() // 60)


def _made(connection: sa.Connection, made: Sequence[Match]) -> tuple[Occasions, ...]:
    by_round = [
        _occasions(Occasion.ROUND, round_.started_at, [m for m in made if m.origin.round_id == round_.id])
        for round_ in rounds.all_of_them(connection)
    ]
    others = [
        _occasions(how, None, [m for m in made if m.origin.how is how])
        for how in (Occasion.FLOW, Occasion.INTRODUCTION)
    ]
    return (*by_round, *(each for each in others if each.matches))


def _occasions(how: Occasion, at: datetime | None, made: Sequence[Match]) -> Occasions:
    on = sum(any(prompt.was_on or prompt.state is State.MET for prompt in match.prompts) for match in made)
    return Occasions(how, at, len(made), on, sum(_met(match) for match in made))


def _met(match: Match) -> bool:
    return any(prompt.state is State.MET for prompt in match.prompts)


def _topics(people: Sequence[Attendee], topics: Topics) -> tuple[TopicView, ...]:
    counts = Counter(topic for person in people for topic in {s.topic for s in person.statements})
    typed = {s.topic: s.text for person in people for s in person.statements}
    found = [TopicView(topics.name(key, typed[key]), count) for key, count in counts.items() if count >= _FEWEST]
    return tuple(sorted(found, key=lambda topic: (-topic.people, topic.name.casefold()))[:_MOST_TOPICS])


def _chance(made: Sequence[Match]) -> Chance | None:
    best, random = (_became_meetings(made, policy) for policy in (Policy.BEST, Policy.RANDOM))
    return Chance(best, random) if random.of else None


def _became_meetings(made: Sequence[Match], policy: Policy) -> Share:
    prompts = [prompt for match in made if match.origin.policy is policy for prompt in match.prompts]
    return Share(sum(prompt.state is State.MET for prompt in prompts), len(prompts))
