"""Codes on paper that are nobody's yet."""

from collections.abc import Iterator
from itertools import chain
from itertools import repeat
from pathlib import Path
from random import Random

from kiosk.actions.draw_blank_badges import draw_blank_badges
from kiosk.actions.import_guests import import_guests
from kiosk.actions.import_guests import prepare
from kiosk.actions.renew_badge import renew_badge
from kiosk.actions.walk_in import walk_in
from kiosk.domain.guest import Guest
from kiosk.domain.topic import Topics
from kiosk.store import attendees
from kiosk.store.database import Database


class Repeating(Random):
    """Draws each badge code three times over, as no real source of chance does."""

    def __init__(self) -> None:
        super().__init__(1)
        self._drawn: Iterator[int] = chain.from_iterable(repeat(number, 3) for number in range(1, 10_000))

    def getrandbits(self, k: int, /) -> int:
        return next(self._drawn) if k == 40 else super().getrandbits(k)


def test_a_code_is_drawn_once_for_whomever_and_whatever_it_is_drawn(tmp_path: Path, topics: Topics) -> None:
    database = Database(tmp_path / "evening.sqlite3", random=Repeating())
    blank = database.write(draw_blank_badges, 2)
    ana = database.write(walk_in, "Ana", "Door", "tap-key-1").arrival.attendee_id
    more = database.write(draw_blank_badges, 2)
    database.write(import_guests, prepare([Guest(2, "Ben", keys=("name:ben|",))], topics))
    first = {person.badge_code for person in database.read(attendees.all_of_them)}
    renewed = database.write(renew_badge, ana)
    assert len({*blank, *more, *first, renewed}) == 7
    database.close()
