"""Change what the evening is set to."""

from collections.abc import Callable
from datetime import timedelta

from kiosk.domain.fact import SettingsChanged
from kiosk.domain.refusal import NotSaved
from kiosk.domain.refusal import WouldForget
from kiosk.store import people
from kiosk.store.database import Change


def change_settings(change: Change, before: timedelta, keep: timedelta, save: Callable[[], None]) -> None:
    """Have `save` write other settings, and tell it. People were kept for so long `before`, and are to be for `keep`.

    Raises `WouldForget`, `NotSaved`, and what `save` raises.
    """
    last = people.last_arrival_at(change.connection)
    if last is not None and last + keep <= change.now < last + before:
        raise WouldForget
    try:
        save()
    except OSError:
        raise NotSaved from None
    change.tell(SettingsChanged())
