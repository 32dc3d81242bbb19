"""How saving and copying went lately, and what the organizer should see to about it."""

from collections.abc import Callable
from time import monotonic

from kiosk.domain.caution import Caution
from kiosk.domain.refusal import N_
from kiosk.store.sqlite import DamageError

SLOW_S = 2.0
"""A disk that takes as long to begin or to end one transaction makes a queue at the door."""
LATELY_S = 300.0
"""For how long what was wrong once is told."""

_REFUSED = N_(
    "Something could not be saved just now: the disk is full, or another program holds the database. "
    "Nothing that was confirmed is lost."
)
_SLOW = N_("Saving takes long just now. Close other programs on the laptop, or whatever copies its disk.")
_DAMAGED = N_("The database seems to be damaged. When there is a pause, stop the kiosk and run `kiosk restore`.")
_NOT_COPIED = N_("The last backup could not be made. Is the disk full? The kiosk tries again by itself.")


class Health:
    """The database tells it what happens; `clock` counts seconds."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._refused_at = self._slow_at = -LATELY_S
        self._copy: str | None = None

    def saved(self, seconds: float) -> None:
        """A transaction took so long to begin and to end."""
        if seconds >= SLOW_S:
            self._slow_at = self._clock()

    def refused(self) -> None:
        self._refused_at = self._clock()

    def copied(self, error: Exception | None = None) -> None:
        """A copy was made, or not."""
        self._copy = None if error is None else _DAMAGED if isinstance(error, DamageError) else _NOT_COPIED

    def cautions(self) -> list[Caution]:
        since = self._clock() - LATELY_S
        found = [_REFUSED] if self._refused_at > since else [_SLOW] if self._slow_at > since else []
        return [Caution(sentence) for sentence in (*found, *filter(None, [self._copy]))]
