"""What a guest list may change, and what it may not."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
import sqlalchemy as sa

from kiosk.actions.check_in import check_in
from kiosk.actions.drop_topic import drop_topic
from kiosk.actions.import_guests import Imported
from kiosk.actions.import_guests import import_guests
from kiosk.actions.import_guests import prepare
from kiosk.actions.remark import remark
from kiosk.actions.set_contact import set_contact
from kiosk.actions.set_minor import set_minor
from kiosk.actions.set_shown import set_shown
from kiosk.actions.undo_arrival import undo_arrival
from kiosk.domain.attendee import Presence
from kiosk.domain.fact import Fact
from kiosk.domain.fact import ListImported
from kiosk.domain.guest import Guest
from kiosk.domain.not_expected import NotExpected
from kiosk.domain.not_expected import Why
from kiosk.domain.purpose import Purpose
from kiosk.domain.statement import Kind
from kiosk.domain.statement import Statement
from kiosk.domain.topic import Topics
from kiosk.store import attendees
from kiosk.store import badge_codes
from kiosk.store import not_expected
from kiosk.store.database import Change
from kiosk.store.database import Database

ANA = Guest(2, "Ana", keys=("email:ana@example.org",), interests=("Bees",), purposes=(Purpose.LEARN,))
CHEN = Guest(2, "Chen", keys=("ticket:7", "name:chen|"))
BEN = Guest(3, "Ben", keys=("email:ben@example.org",))


def test_guests_are_expected_with_what_they_stated_resolved_to_topics(
    database: Database, topics: Topics, told: list[Fact]
) -> None:
    assert database.write(import_guests, prepare([ANA, BEN], topics)) == Imported(2, 0, 0)
    ana, ben = database.read(attendees.all_of_them)
    assert ana.presence is ben.presence is Presence.EXPECTED
    assert ana.statements == (Statement(Kind.INTEREST, "Bees", topics.resolve("beekeeping")),)
    assert ana.purposes == (Purpose.LEARN,)
    assert not ana.shown
    assert told == [ListImported(2)]


def test_the_same_list_again_changes_nothing_and_tells_nothing(
    database: Database, topics: Topics, told: list[Fact]
) -> None:
    database.write(import_guests, prepare([ANA, BEN], topics))
    before = database.read(attendees.all_of_them)
    told.clear()
    assert database.write(import_guests, prepare([ANA, BEN], topics)) == Imported(0, 0, 2)
    assert database.read(attendees.all_of_them) == before
    assert told == []


def test_a_newer_list_fills_blanks_and_never_overwrites_or_un_checks_in(database: Database, topics: Topics) -> None:
    database.write(import_guests, prepare([ANA, BEN], topics))
    ana, ben = database.read(attendees.all_of_them)
    database.write(check_in, ben.id, "Door left", "tap-1")
    newer = [
        replace(ANA, name="Anna", company="Riverside", phone="+1 555", interests=("Chess",), asks=("Hives", "hives")),
        replace(BEN, title="Baker"),
    ]
    assert database.write(import_guests, prepare(newer, topics)) == Imported(0, 2, 0)
    ana, ben = database.read(attendees.all_of_them)
    assert (ana.name, ana.company, ana.phone) == ("Ana", "Riverside", "+1 555")
    assert [[s.text for s in ana.stated(kind)] for kind in Kind] == [["Bees"], [], ["Hives"]]
    assert (ben.presence, ben.title) == (Presence.HERE, "Baker")


def test_what_someone_here_took_away_does_not_come_back_with_the_list(database: Database, topics: Topics) -> None:
    database.write(import_guests, prepare([ANA], topics))
    [ana] = database.read(attendees.all_of_them)
    database.write(check_in, ana.id, "Door left", "tap-1")
    database.write(drop_topic, ana.id, Kind.INTEREST, "Bees")
    database.write(import_guests, prepare([ANA], topics))
    assert database.read(attendees.need, ana.id).statements == ()


def test_contact_details_someone_here_took_away_do_not_come_back_with_the_list(
    database: Database, topics: Topics
) -> None:
    listed = prepare([replace(ANA, company="Riverside", email="ana@example.org", phone="+1 555")], topics)
    database.write(import_guests, listed)
    [ana] = database.read(attendees.all_of_them)
    database.write(check_in, ana.id, "Door left", "tap-1")
    database.write(set_contact, ana.id, "", "")
    assert database.write(import_guests, listed) == Imported(0, 0, 1)
    ana = database.read(attendees.need, ana.id)
    assert (ana.company, ana.email, ana.phone) == ("Riverside", "", "")


def test_a_row_of_the_same_person_further_down_fills_what_the_first_left_blank(
    database: Database, topics: Topics
) -> None:
    rows = prepare([ANA, replace(ANA, row=3, title="Beekeeper"), replace(ANA, row=4, title="Other")], topics)
    assert database.write(import_guests, rows) == Imported(1, 1, 1)
    [ana] = database.read(attendees.all_of_them)
    assert ana.title == "Beekeeper"


def test_an_import_that_fails_half_way_leaves_the_list_as_it_was(database: Database, topics: Topics) -> None:
    def import_and_fail(change: Change) -> None:
        import_guests(change, prepare([ANA, BEN], topics))
        raise InterruptedError

    def files() -> list[bytes]:
        return [database.path.with_name(database.path.name + end).read_bytes() for end in ("", "-wal")]

    database.write(import_guests, prepare([CHEN], topics))
    before = files()
    with pytest.raises(InterruptedError):
        database.write(import_and_fail)
    assert files() == before


def test_what_the_list_says_for_the_door_is_kept_and_never_over_what_the_door_has_set(
    database: Database, topics: Topics
) -> None:
    def read() -> tuple[str, bool]:
        [person] = database.read(attendees.all_of_them)
        return person.attention, person.minor

    told = prepare([replace(ANA, attention="Step-free please", age="15")], topics)
    database.write(import_guests, prepare([ANA], topics))
    assert read() == ("", False)
    database.write(import_guests, told)
    assert read() == ("Step-free please", True)
    [ana] = database.read(attendees.all_of_them)
    database.write(check_in, ana.id, "Door", "tap-key-1")
    database.write(remark, ana.id, "", "")
    database.write(set_minor, ana.id, False)
    database.write(import_guests, told)
    assert read() == ("", False)


def test_each_import_of_a_list_replaces_whom_it_does_not_expect_and_no_other_lists(
    database: Database, topics: Topics
) -> None:
    zoe, yan = NotExpected("Zoë Lee", "t-1", Why.CANCELLED), NotExpected("Yan", "", Why.WAITING)
    database.write(import_guests, prepare([ANA], topics), "one list", [zoe])
    database.write(import_guests, prepare([BEN], topics), "another", [yan])
    assert database.read(not_expected.named, "lee ZOE") == [zoe]
    assert database.read(not_expected.with_ticket, ["t-1", ""]) == [zoe]
    database.write(import_guests, prepare([ANA], topics), "one list", [])
    assert database.read(not_expected.named, "Zoë Lee") == []
    assert database.read(not_expected.named, "Yan") == [yan]
    assert database.read(not_expected.named, "") == []


def test_a_long_list_takes_no_more_writes_than_a_short_one(database: Database, topics: Topics) -> None:
    def writes(change: Change, guests: Sequence[Guest]) -> int:
        asked: list[str] = []
        sa.event.listen(change.connection, "before_cursor_execute", lambda _c, _k, sql, *_: asked.append(sql))
        import_guests(change, prepare(guests, topics))
        return sum(not sql.startswith("SELECT") for sql in asked)

    def rows(start: int, end: int, title: str = "", asks: tuple[str, ...] = ()) -> list[Guest]:
        return [replace(ANA, row=n, title=title, asks=asks, keys=(f"ticket:{n}",)) for n in range(start, end)]

    assert database.write(writes, rows(0, 1)) == database.write(writes, rows(100, 300)) == 4
    newer = [rows(start, end, "Nurse", ("Hives",)) for start, end in ((0, 1), (100, 300))]
    assert [database.write(writes, guests) for guests in newer] == [2, 2]
    assert {len(a.statements) for a in database.read(attendees.all_of_them)} == {2}


def test_whoever_was_known_by_a_ticket_and_gains_an_address_is_no_second_person(
    database: Database, topics: Topics
) -> None:
    by_ticket = Guest(2, "Ana", keys=("ticket:7", "name:ana|"))
    gained = Guest(2, "Ana", email="ana@example.org", keys=("email:ana@example.org", "ticket:7", "name:ana|"))
    by_address = replace(gained, keys=("email:ana@example.org", "name:ana|"))
    lists = [[by_ticket], [gained], [by_address], [by_ticket]]
    came_in = [database.write(import_guests, prepare(guests, topics)) for guests in lists]
    assert came_in == [Imported(1, 0, 0), Imported(0, 1, 0), Imported(0, 0, 1), Imported(0, 0, 1)]


def test_an_arrival_undone_does_not_bring_back_what_its_owner_took_away(database: Database, topics: Topics) -> None:
    listed = prepare([replace(ANA, email="ana@example.org")], topics)
    database.write(import_guests, listed)
    [ana] = database.read(attendees.all_of_them)
    arrived = database.write(check_in, ana.id, "Door left", "tap-1")
    database.write(set_contact, ana.id, "", "")
    database.write(drop_topic, ana.id, Kind.INTEREST, "Bees")
    database.write(set_shown, ana.id, True)
    database.write(undo_arrival, arrived.arrival.id)
    assert database.write(import_guests, listed) == Imported(0, 0, 1)
    ana = database.read(attendees.need, ana.id)
    assert (ana.email, ana.statements, ana.shown) == ("", (), True)


def test_a_badge_code_that_is_taken_is_drawn_again(tmp_path: Path, topics: Topics) -> None:
    class Stuck(Random):
        """Draws each number of 40 bits three times."""

        def __init__(self) -> None:
            super().__init__(1)
            self.drawn: list[int] = []

        def getrandbits(self, k: int) -> int:
            if k != 40:
                return super().getrandbits(k)
            self.drawn = self.drawn or [super().getrandbits(k)] * 3
            return self.drawn.pop()

    database = Database(tmp_path / "stuck.sqlite3", random=Stuck())
    assert database.write(import_guests, prepare([ANA, BEN], topics)).added == 2
    assert len(database.read(badge_codes.all_of_them)) == 2
    database.close()
