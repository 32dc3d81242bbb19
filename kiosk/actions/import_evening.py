"""Bring an evening back from its record, into a folder where there is none."""

from collections.abc import Mapping
from typing import Any

from kiosk.domain.fact import ChangedElsewhere
from kiosk.domain.record import LEFT_OUT
from kiosk.domain.refusal import EveningAlready
from kiosk.domain.refusal import NotAnEvening
from kiosk.store import attendees
from kiosk.store import introductions
from kiosk.store import matches
from kiosk.store import meetings
from kiosk.store import whole_tables
from kiosk.store.database import Change


def import_evening(change: Change, record: Mapping[str, Any]) -> int:
    """Write every table of the record, whole or not at all; how many people are in it.

    Raises `EveningAlready` where anything is here, and `NotAnEvening` for a record this kiosk did not write.
    """
    recorded = [name for name in whole_tables.NAMES if name not in LEFT_OUT]
    if not all(whole_tables.is_empty(change.connection, name) for name in recorded):
        raise EveningAlready
    if set(record) != set(recorded):
        raise NotAnEvening
    try:
        for name in recorded:
            whole_tables.fill(change.connection, name, record[name])
        people = attendees.all_of_them(change.connection)
        for read in (matches, meetings, introductions):  # a word that is none of ours is found by reading it
            read.all_of_them(change.connection)
    except (ValueError, KeyError, TypeError):
        raise NotAnEvening from None
    change.tell(ChangedElsewhere())
    return len(people)
