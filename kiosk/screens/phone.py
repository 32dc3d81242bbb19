"""An attendee's phone."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from datetime import timedelta
from enum import StrEnum

import sqlalchemy as sa

from kiosk.domain.attendee import Attendee
from kiosk.domain.attendee import Presence
from kiosk.domain.beacon import Beacon
from kiosk.domain.finding import may_move
from kiosk.domain.match import Match
from kiosk.domain.match import State
from kiosk.domain.match import bridge_of
from kiosk.domain.match import told_of
from kiosk.domain.reason import Reasons
from kiosk.domain.text import given_name
from kiosk.screens.introductions import Circles
from kiosk.screens.introductions import Introduced
from kiosk.screens.introductions import Started
from kiosk.screens.introductions import circles
from kiosk.screens.met import Blocked
from kiosk.screens.met import Met
from kiosk.screens.met import acquaintance
from kiosk.store import agenda
from kiosk.store import attendees
from kiosk.store import matches
from kiosk.store import messages

HALF_HOUR = timedelta(minutes=30)


class Showing(StrEnum):
    """The one thing on the phone that matters now."""

    AWAITED = "awaited"
    """Not checked in (any more)."""
    LEFT = "left"
    ENDED = "ended"
    """The organizer ended the evening."""
    FREE = "free"
    TALKING = "talking"
    RESTING = "resting"
    PROMPT = "prompt"
    """Someone to meet: an answer is asked."""
    WAITING = "waiting"
    """Said yes; the others have not all answered."""
    ON = "on"
    MET = "met"
    OVER = "over"
    """The prompt ran out, or could not take place."""


@dataclass(frozen=True, slots=True)
class Other:
    """Someone to meet, with the reasons from this reader's side."""

    attendee_id: str
    name: str
    given: str
    line: str
    reasons: Reasons
    coming: bool
    """Known to be on the way. Shown only once it is on; until then nobody learns who answered what."""


@dataclass(frozen=True, slots=True)
class PromptView:
    match_id: str
    state: State
    beacon: Beacon
    spot: str
    others: tuple[Other, ...]
    seconds_left: int
    said_met: bool
    searching: bool
    """They cannot find each other."""
    may_move: bool
    """Another spot may be taken."""
    introduced: Introduced | None
    bridge: str | None
    """The id of who has met both others and brings them together; perhaps the reader's own."""


@dataclass(frozen=True, slots=True)
class PhoneScreen:
    """What changes with the evening. `attendee` comes without what they stated: that is `profile.ProfileScreen`'s."""

    attendee: Attendee
    given: str
    message: str
    """What the organizer says to everybody; empty where they say nothing."""
    showing: Showing
    prompt: PromptView | None
    leave_times: tuple[datetime, ...]
    """Half hours to choose from."""
    introductions: tuple[Started, ...]
    met: tuple[Met, ...]
    blocked: tuple[Blocked, ...]


def phone_screens(connection: sa.Connection, ids: Collection[str], now: datetime) -> dict[str, PhoneScreen]:
    """The screens of these people (a few hundred at most), read together: a round paints many phones at once."""
    readers = attendees.names(connection, ids)
    current = matches.latest_of(connection, list(readers))
    known = acquaintance(connection, list(readers))
    introduced = circles(connection, list(readers), current.values(), now)
    named = {who for match in current.values() for who in match.attendee_ids} | known.others() | introduced.named()
    people = readers | attendees.names(connection, named - readers.keys())
    leave_times = half_hours(now)
    said, ended = messages.standing(connection, now), agenda.get(connection).ended_at is not None
    return {
        who: PhoneScreen(
            attendee=reader,
            given=given_name(reader.name),
            message=said.text if said else "",
            showing=Showing.ENDED if ended and reader.arrived_at else _showing(reader, prompt),
            prompt=prompt,
            leave_times=leave_times,
            introductions=introduced.started_by(who, people),
            met=known.met_by(who, people),
            blocked=known.blocked_by(who, people),
        )
        for who, reader in readers.items()
        for prompt in [_prompt(reader, current.get(who), introduced, people, now)]
    }


def phone_screen(connection: sa.Connection, attendee_id: str, now: datetime) -> PhoneScreen | None:
    """One person's screen; None where they are no longer on the list."""
    return phone_screens(connection, [attendee_id], now).get(attendee_id)


def half_hours(now: datetime) -> tuple[datetime, ...]:
    """The next few full and half hours, none of them too near to be chosen."""
    first = now + HALF_HOUR - timedelta(minutes=now.minute % 30, seconds=now.second, microseconds=now.microsecond)
    if first - now < timedelta(minutes=10):
        first += HALF_HOUR
    return tuple(first + step * HALF_HOUR for step in range(6))


_BY_STATE = {
    State.OFFERED: Showing.PROMPT,
    State.ACCEPTED: Showing.WAITING,
    State.ON: Showing.ON,
    State.MET: Showing.MET,
    State.EXPIRED: Showing.OVER,
    State.MISSED: Showing.OVER,
}


def _showing(reader: Attendee, prompt: PromptView | None) -> Showing:
    if reader.arrived_at is None:
        return Showing.AWAITED
    if reader.presence is Presence.LEFT:
        return Showing.LEFT
    asked = _BY_STATE.get(prompt.state) if prompt else None
    # Whoever turned to something else after the match is told that, not what is over.
    if asked is Showing.OVER and reader.mood != "free":
        asked = None
    return asked or Showing(reader.mood.value)


def _prompt(
    reader: Attendee, match: Match | None, introduced: Circles, people: dict[str, Attendee], now: datetime
) -> PromptView | None:
    if match is None:
        return None
    own = match.prompt_of(reader.id)
    everyone = [who for who in match.attendee_ids if who != reader.id]
    reasons = dict(zip(everyone, own.reasons, strict=True))
    told = [who for who in told_of(match, reader.id) if who in people]
    # Of three, one who is not here any more is not to be looked for.
    told = [who for who in told if people[who].presence is Presence.HERE] or told
    # Whom the reader has yet to meet comes first.
    told.sort(key=lambda who: reasons[who].bridged)
    on = own.state in (State.ON, State.MET)
    others = tuple(
        Other(
            attendee_id=who,
            name=people[who].name,
            given=given_name(people[who].name),
            line=people[who].line,
            reasons=reasons[who],
            coming=on and match.prompt_of(who).state in (State.ON, State.MET),
        )
        for who in told
    )
    if not others:
        return None
    left = max(0, round((match.answer_by - now).total_seconds()))
    return PromptView(
        match_id=match.id,
        state=own.state,
        beacon=match.beacon,
        spot=match.spot,
        others=others,
        seconds_left=left,
        said_met=own.said_met,
        searching=on and match.searching,
        may_move=on and may_move(match),
        introduced=introduced.introduced(match, people),
        bridge=bridge_of(match) if len(others) > 1 else None,
    )
