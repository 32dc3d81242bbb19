"""What a guest list may change, and what it may not."""

from dataclasses import replace

from kiosk.actions.check_in import check_in
from kiosk.actions.drop_topic import drop_topic
from kiosk.actions.import_guests import Imported
from kiosk.actions.import_guests import import_guests
from kiosk.domain.attendee import Presence
from kiosk.domain.fact import Fact
from kiosk.domain.fact import ListImported
from kiosk.domain.guest import Guest
from kiosk.domain.purpose import Purpose
from kiosk.domain.statement import Kind
from kiosk.domain.statement import Statement
from kiosk.domain.topic import Topics
from kiosk.store import attendees
from kiosk.store.database import Database

ANA = Guest(2, "Ana", list_key="email:ana@example.org", interests=("Bees",), purposes=(Purpose.LEARN,))
BEN = Guest(3, "Ben", list_key="email:ben@example.org")


def test_guests_are_expected_with_what_they_stated_resolved_to_topics(
    database: Database, topics: Topics, told: list[Fact]
) -> None:
    assert database.write(import_guests, [ANA, BEN], topics) == Imported(2, 0, 0)
    ana, ben = database.read(attendees.all_of_them)
    assert ana.presence is ben.presence is Presence.EXPECTED
    assert ana.statements == (Statement(Kind.INTEREST, "Bees", topics.resolve("beekeeping")),)
    assert ana.purposes == (Purpose.LEARN,)
    assert not ana.shown
    assert told == [ListImported(2)]


def test_the_same_list_again_changes_nothing_and_tells_nothing(
    database: Database, topics: Topics, told: list[Fact]
) -> None:
    database.write(import_guests, [ANA, BEN], topics)
    before = database.read(attendees.all_of_them)
    told.clear()
    assert database.write(import_guests, [ANA, BEN], topics) == Imported(0, 0, 2)
    assert database.read(attendees.all_of_them) == before
    assert told == []


def test_a_newer_list_fills_blanks_and_never_overwrites_or_un_checks_in(database: Database, topics: Topics) -> None:
    database.write(import_guests, [ANA, BEN], topics)
    ana, ben = database.read(attendees.all_of_them)
    database.write(check_in, ben.id, "Door left", "tap-1")
    newer = [replace(ANA, name="Anna", company="Riverside", interests=("Chess",)), replace(BEN, phone="+1 555")]
    assert database.write(import_guests, newer, topics) == Imported(0, 2, 0)
    ana, ben = database.read(attendees.all_of_them)
    assert (ana.name, ana.company, [s.text for s in ana.statements]) == ("Ana", "Riverside", ["Bees"])
    assert (ben.presence, ben.phone) == (Presence.HERE, "+1 555")


def test_what_someone_here_took_away_does_not_come_back_with_the_list(database: Database, topics: Topics) -> None:
    database.write(import_guests, [ANA], topics)
    [ana] = database.read(attendees.all_of_them)
    database.write(check_in, ana.id, "Door left", "tap-1")
    database.write(drop_topic, ana.id, Kind.INTEREST, topics.resolve("bees"))
    database.write(import_guests, [ANA], topics)
    assert database.read(attendees.need, ana.id).statements == ()
