"""The files afterwards: one table each for attendees, arrivals, matches and meetings."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC
from datetime import datetime
from datetime import tzinfo

import sqlalchemy as sa

from kiosk.domain.match import State
from kiosk.domain.statement import Kind
from kiosk.store import arrivals
from kiosk.store import attendees
from kiosk.store import matches
from kiosk.store import meetings


@dataclass(frozen=True, slots=True)
class File:
    name: str
    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def files(connection: sa.Connection, zone: tzinfo) -> tuple[File, ...]:
    """Every file, times in UTC and in `zone`. Contact details are in none of them."""
    names = {person.id: person.name for person in attendees.all_of_them(connection)}
    build: tuple[Callable[[sa.Connection, dict[str, str], tzinfo], File], ...] = (
        _attendees,
        _arrivals,
        _matches,
        _meetings,
    )
    return tuple(make(connection, names, zone) for make in build)


_SHOWN_STATES = (State.ON, State.MET, State.MISSED)
"""What became of a prompt, as the file tells it. Who did not come to a yes is not told apart: a no stays untold."""


def _times(at: datetime | None, zone: tzinfo) -> tuple[str, str]:
    if at is None:
        return "", ""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"), at.astimezone(zone).strftime("%Y-%m-%d %H:%M:%S")


def _yes(value: bool) -> str:
    return "yes" if value else "no"


def _attendees(connection: sa.Connection, names: dict[str, str], zone: tzinfo) -> File:
    met = meetings.people_who_met(connection)
    rows = tuple(
        (
            person.id,
            person.name,
            person.company,
            person.title,
            person.presence.value,
            *_times(person.arrived_at, zone),
            _yes(person.walked_in),
            "; ".join(person.purposes),
            *("; ".join(s.text for s in person.stated(kind)) for kind in Kind),
            _yes(person.id in met),
        )
        for person in attendees.all_of_them(connection)
    )
    headers = (
        "attendee_id",
        "name",
        "company",
        "title",
        "presence",
        "arrived_at_utc",
        "arrived_at_local",
        "walked_in",
        "purposes",
        "interests",
        "offers",
        "asks",
        "has_met_someone",
    )
    return File("attendees.csv", headers, rows)


def _arrivals(connection: sa.Connection, names: dict[str, str], zone: tzinfo) -> File:
    rows = tuple(
        (
            arrival.attendee_id,
            names.get(arrival.attendee_id, ""),
            *_times(arrival.arrived_at, zone),
            arrival.door,
            *_times(arrival.undone_at, zone),
            *_times(arrival.client_at, zone),
        )
        for arrival in arrivals.all_of_them(connection)
    )
    headers = (
        "attendee_id",
        "name",
        "arrived_at_utc",
        "arrived_at_local",
        "door",
        "undone_at_utc",
        "undone_at_local",
        "taken_offline_at_utc",
        "taken_offline_at_local",
    )
    return File("arrivals.csv", headers, rows)


def _matches(connection: sa.Connection, names: dict[str, str], zone: tzinfo) -> File:
    rows = tuple(
        (
            match.id,
            match.origin.how.value,
            str(match.origin.round_id or ""),
            *_times(match.made_at, zone),
            prompt.attendee_id,
            names.get(prompt.attendee_id, ""),
            match.state.value,
            prompt.state.value if prompt.state in _SHOWN_STATES else "not on",
            f"{match.beacon.colour} {match.beacon.shape} {match.beacon.word}".strip(),
            match.spot,
            match.origin.introduced_by or "",
            match.origin.policy.value,
            f"{match.origin.probability:g}",
            match.origin.engine,
            "" if match.origin.seed is None else str(match.origin.seed),
        )
        for match in matches.all_of_them(connection)
        for prompt in match.prompts
    )
    headers = (
        "match_id",
        "how",
        "round",
        "made_at_utc",
        "made_at_local",
        "attendee_id",
        "name",
        "match_state",
        "prompt_state",
        "beacon",
        "spot",
        "introduced_by_id",
        "policy",
        "probability",
        "engine",
        "seed",
    )
    return File("matches.csv", headers, rows)


def _meetings(connection: sa.Connection, names: dict[str, str], zone: tzinfo) -> File:
    rows = tuple(
        (
            meeting.id,
            *_times(meeting.met_at, zone),
            meeting.one_id,
            names.get(meeting.one_id, ""),
            meeting.other_id,
            names.get(meeting.other_id, ""),
            meeting.how.value,
            meeting.match_id or "",
        )
        for meeting in meetings.all_of_them(connection)
    )
    headers = (
        "meeting_id",
        "met_at_utc",
        "met_at_local",
        "one_id",
        "one_name",
        "other_id",
        "other_name",
        "how",
        "match_id",
    )
    return File("meetings.csv", headers, rows)
