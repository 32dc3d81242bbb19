"""Introduce two people one met to each other."""

from kiosk.domain.fact import KeptToOneself
from kiosk.domain.identifier import new_id
from kiosk.domain.introduction import LINE_LIMIT
from kiosk.domain.introduction import MOST_OPEN
from kiosk.domain.introduction import Introduction
from kiosk.domain.introduction import Standing
from kiosk.domain.introduction import standing
from kiosk.domain.refusal import AlreadyMet
from kiosk.domain.refusal import EveningOver
from kiosk.domain.refusal import SamePersonTwice
from kiosk.domain.refusal import TooManyIntroductions
from kiosk.domain.text import clean
from kiosk.store import agenda
from kiosk.store import introductions
from kiosk.store import matches
from kiosk.store import meetings
from kiosk.store.database import Change


def introduce(change: Change, attendee_id: str, one_meeting_id: str, other_meeting_id: str, line: str) -> None:
    """Start an introduction of the two whom this person met in these meetings; `line` says why.

    They are asked as soon as both are free. The same two while they are being asked are one introduction.
    Raises `EveningOver`, `AlreadyMet`, or `TooManyIntroductions` while as many as may be are under way.
    """
    if agenda.get(change.connection).ended_at is not None:
        raise EveningOver
    mine = [meetings.need(change.connection, id_, attendee_id) for id_ in (one_meeting_id, other_meeting_id)]
    one_id, other_id = sorted(meeting.other_than(attendee_id) for meeting in mine)
    if one_id == other_id:
        raise SamePersonTwice
    under_way = [started for started in _started(change, attendee_id) if _is_open(change, started)]
    if (one_id, other_id) in {(started.one_id, started.other_id) for started in under_way}:
        return
    if meetings.between(change.connection, one_id, other_id) is not None:
        raise AlreadyMet
    if len(under_way) >= MOST_OPEN:
        raise TooManyIntroductions
    started = Introduction(new_id(change.random), attendee_id, one_id, other_id, clean(line, LINE_LIMIT), change.now)
    introductions.add(change.connection, started)
    change.tell(KeptToOneself(attendee_id))


def _started(change: Change, attendee_id: str) -> list[Introduction]:
    return introductions.started_by(change.connection, [attendee_id])[attendee_id]


def _is_open(change: Change, introduction: Introduction) -> bool:
    match = matches.get(change.connection, introduction.match_id) if introduction.match_id else None
    return standing(introduction, match) is Standing.ASKED
