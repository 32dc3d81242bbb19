"""Forget the people of an evening that is long past, as they were told it would be."""

from datetime import timedelta

from kiosk.domain.fact import ChangedElsewhere
from kiosk.store import agenda
from kiosk.store import people
from kiosk.store import tallies
from kiosk.store.database import Change


def forget(change: Change, keep: timedelta) -> bool:
    """Erase everyone once the last arrival is `keep` ago; say whether that was done.

    A list that was imported and whose evening has not been yet is kept: nobody has arrived.
    """
    last = people.last_arrival_at(change.connection)
    if last is None or change.now < last + keep:
        return False
    forget_now(change)
    return True


def forget_now(change: Change) -> None:
    """Erase everyone. What is left of the evening is how many came, and how many met someone."""
    tallies.keep(change.connection, change.now)
    people.erase(change.connection)
    agenda.begin_anew(change.connection)
    change.tell(ChangedElsewhere())
