"""Introductions as people see them: those they started, and by whom they are introduced themselves."""

from collections.abc import Collection
from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from datetime import timedelta

import sqlalchemy as sa

from kiosk.domain.attendee import Attendee
from kiosk.domain.beacon import Beacon
from kiosk.domain.introduction import MOST_OPEN
from kiosk.domain.introduction import Introduction
from kiosk.domain.introduction import Standing
from kiosk.domain.introduction import standing
from kiosk.domain.match import Match
from kiosk.store import introductions
from kiosk.store import matches

_SHOWN_FOR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Started:
    """One the reader started. Sign and spot are shown once it is on, so that they may join the two."""

    one: str
    other: str
    standing: Standing
    beacon: Beacon | None
    spot: str


@dataclass(frozen=True, slots=True)
class Introduced:
    """By whom the reader is introduced, and with which line."""

    by: str
    line: str


@dataclass(frozen=True, slots=True)
class Circles:
    """The introductions of several readers, read together."""

    started: Mapping[str, list[Introduction]]
    matches: Mapping[str, Match]
    behind: Mapping[str, Introduction]

    def named(self) -> set[str]:
        """The ids of all who are to be named."""
        both = {who for theirs in self.started.values() for each in theirs for who in (each.one_id, each.other_id)}
        return both | {each.by_id for each in self.behind.values()}

    def started_by(self, reader: str, people: Mapping[str, Attendee]) -> tuple[Started, ...]:
        known = (each for each in self.started[reader] if {each.one_id, each.other_id} <= people.keys())
        return tuple(self._started(each, people) for each in known)

    def _started(self, each: Introduction, people: Mapping[str, Attendee]) -> Started:
        match = self.matches.get(each.match_id) if each.match_id else None
        how = standing(each, match)
        on = match if how is Standing.ON else None
        beacon, spot = (on.beacon, on.spot) if on else (None, "")
        return Started(people[each.one_id].name, people[each.other_id].name, how, beacon, spot)

    def introduced(self, match: Match, people: Mapping[str, Attendee]) -> Introduced | None:
        each = self.behind.get(match.id)
        return Introduced(people[each.by_id].name, each.line) if each and each.by_id in people else None


def circles(connection: sa.Connection, ids: Collection[str], current: Iterable[Match], now: datetime) -> Circles:
    """What these people (a few hundred at most) started lately, and what is behind their current matches."""
    started = {
        who: [each for each in theirs if now < each.asked_at + _SHOWN_FOR][:MOST_OPEN]
        for who, theirs in introductions.started_by(connection, ids).items()
    }
    made = {each.match_id for theirs in started.values() for each in theirs if each.match_id}
    by_hand = {match.id for match in current if match.origin.introduced_by}
    return Circles(
        started,
        {match.id: match for match in matches.by_ids(connection, made)} if made else {},
        introductions.of_matches(connection, by_hand) if by_hand else {},
    )
