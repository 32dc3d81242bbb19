"""Who is painted first: while a round is made and until its prompts are out, the screens of the staff wait."""

from collections.abc import Iterator
from contextlib import contextmanager

from gevent.event import Event

MOST_S = 3.0
"""How long the staff waits at most."""


class PhonesFirst:
    def __init__(self) -> None:
        self._rounds = 0
        self._phones = False
        self._nothing_waits = Event()
        self._nothing_waits.set()

    @contextmanager
    def making_round(self) -> Iterator[None]:
        """A round is planned and written: what it takes a thousand people to read is not read for a wall as well."""
        self._rounds += 1
        self._look()
        try:
            yield
        finally:
            self._rounds -= 1
            self._look()

    def phones_wait(self, whether: bool) -> None:
        """Whether a phone waits to be painted."""
        self._phones = whether
        self._look()

    def wait(self) -> None:
        """Until it is the staff's turn."""
        self._nothing_waits.wait(MOST_S)

    def _look(self) -> None:
        if self._rounds or self._phones:
            self._nothing_waits.clear()
        else:
            self._nothing_waits.set()
