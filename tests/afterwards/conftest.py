"""An evening on which everything happened that the files tell of, and what they must not."""

from pathlib import Path
from random import Random

import pytest

from kiosk.actions.answer_prompt import answer_prompt
from kiosk.actions.check_in import check_in
from kiosk.actions.decide_topic import decide_topic
from kiosk.actions.end_round import end_round
from kiosk.actions.import_guests import import_guests
from kiosk.actions.import_guests import prepare
from kiosk.actions.introduce import introduce
from kiosk.actions.meet import meet_by_badge
from kiosk.actions.note_deed import note_deed
from kiosk.actions.relate import relate
from kiosk.actions.remember import remember
from kiosk.actions.report import report
from kiosk.actions.set_contact import set_contact
from kiosk.actions.set_organizer_keeps_contact import set_organizer_keeps_contact
from kiosk.actions.share_contact import share_contact
from kiosk.actions.state_topic import state_topic
from kiosk.actions.undo_arrival import undo_arrival
from kiosk.afterwards.files import all_files
from kiosk.domain.audit import Deed
from kiosk.domain.guest import Guest
from kiosk.domain.match import Answer
from kiosk.domain.meeting import Contact
from kiosk.domain.relation import Relation
from kiosk.domain.statement import Kind
from kiosk.domain.topic import Topics
from kiosk.evening import Evening
from kiosk.settings import Settings
from kiosk.store import topic_decisions
from kiosk.store.database import Database
from tests.conftest import Clock
from tests.party import Party


@pytest.fixture
def evening(tmp_path: Path, database: Database) -> Evening:
    return Evening(tmp_path, Settings(name="Spring mixer", timezone="Europe/Berlin"), database, 8080)


@pytest.fixture
def another(tmp_path: Path, clock: Clock) -> Evening:
    """An empty folder."""
    folder = tmp_path / "another"
    folder.mkdir()
    opened = Database(folder / "evening.sqlite3", clock=clock, random=Random(2))
    return Evening(folder, Settings(name="Spring mixer", timezone="Europe/Berlin"), opened, 8080)


def written(evening: Evening, topics: Topics) -> dict[str, bytes]:
    decided = topics.decided(evening.database.read(topic_decisions.all_of_them))
    return evening.database.read_long(all_files, evening, decided)


@pytest.fixture
def ids(party: Party, topics: Topics, clock: Clock) -> dict[str, str]:
    """Ana met Ben and Chen, Dora said no to Emil; ids by name. Gil is on the list and was checked in by mistake."""
    write = party.database.write
    guests = [Guest(2, "Gil", email="gil@secret.example", keys=("email:gil@secret.example", "ticket:7"))]
    write(import_guests, prepare(guests, topics))
    names = ("Ana", "Ben", "Chen", "Dora", "Emil")
    found = {name: party.arrives(name) for name in names}
    [gil] = [who.id for who in party.people() if who.name == "Gil"]
    clock.pass_(minutes=3)
    write(undo_arrival, write(check_in, gil, "Door left", "tap for Gil").arrival.id)
    write(state_topic, found["Ana"], Kind.ASK, "bees", topics)
    write(state_topic, found["Ana"], Kind.ASK, "glass blowing", topics)
    write(state_topic, found["Ben"], Kind.OFFER, "beekeeping", topics)
    for name in ("Ana", "Ben", "Chen"):
        write(state_topic, found[name], Kind.INTEREST, "gardens", topics)
    write(decide_topic, "hives", "beekeeping", topics)
    for name in ("Ana", "Ben"):
        write(set_contact, found[name], f"{name.lower()}@secret.example", "+1 555 0199")
    write(set_organizer_keeps_contact, found["Ben"], True)
    with_ben, with_chen = (
        write(meet_by_badge, found["Ana"], party.person(found[other]).badge_code).id for other in ("Ben", "Chen")
    )
    write(share_contact, with_ben, found["Ana"], [Contact.EMAIL])
    write(remember, with_ben, found["Ana"], "canary note", "canary promise")
    write(relate, with_ben, found["Ana"], Relation.GLAD, True)
    write(introduce, found["Ana"], with_ben, with_chen, "You both dig")
    write(report, found["Chen"], "The music is too loud", "a report of Chen")
    write(note_deed, "Door left", Deed.BADGE, found["Ana"])
    write(note_deed, "Organizer", Deed.ROUND_STARTED)
    no = party.matched(found["Dora"], found["Emil"])
    write(answer_prompt, no.id, found["Dora"], Answer.NOT_FOR_ME)
    write(answer_prompt, no.id, found["Emil"], Answer.GOING)
    party.round()
    clock.pass_(minutes=20)
    write(end_round)
    return {**found, "Gil": gil}
