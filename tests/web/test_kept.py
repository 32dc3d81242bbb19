"""See what is kept about oneself, and be gone at one's word: from the database, its log, the backups and the papers."""

import json
from pathlib import Path

import pytest
from flask import Flask

from kiosk.actions.agree_to_match import agree_to_match
from kiosk.actions.check_in import check_in
from kiosk.actions.decide_topic import decide_topic
from kiosk.actions.import_guests import import_guests
from kiosk.actions.import_guests import prepare
from kiosk.actions.introduce import introduce
from kiosk.actions.meet import meet_by_badge
from kiosk.actions.pair_device import pair_by_link
from kiosk.actions.print_badge import print_badge
from kiosk.actions.relate import relate
from kiosk.actions.remark import remark
from kiosk.actions.remember import remember
from kiosk.actions.report import report
from kiosk.actions.share_contact import share_contact
from kiosk.badges.printer import deliver
from kiosk.badges.printer import prepare as prepare_badge
from kiosk.domain.access import Role
from kiosk.domain.guest import Guest
from kiosk.domain.meeting import Contact
from kiosk.domain.relation import Relation
from kiosk.evening import Evening
from kiosk.settings import PrinterSetting
from kiosk.settings import Settings
from kiosk.store import attendees
from kiosk.store import backups
from kiosk.store.database import Database
from tests.conftest import Clock
from tests.party import Party
from tests.web.conftest import PASSPHRASE
from tests.web.conftest import Screens
from tests.web.conftest import holding

CANARY = "canary7f3a9"
GUEST = Guest(
    2,
    f"Ana {CANARY}",
    f"{CANARY} Ltd",
    f"{CANARY} officer",
    f"{CANARY}@example.org",
    f"+1 555 {CANARY}",
    keys=(f"email:{CANARY}@example.org",),
    registration=f"order {CANARY}",
    ticket_code=f"ticket-{CANARY}",
    interests=(f"grooming {CANARY}",),
    offers=(f"offers {CANARY}",),
    asks=(f"asks {CANARY}",),
)


@pytest.fixture
def evening(tmp_path: Path, database: Database) -> Evening:
    from kiosk.venue.secrets import ensure_passphrase

    ensure_passphrase(tmp_path, PASSPHRASE)
    printers = (PrinterSetting(name="Folder", kind="pdf"),)
    return Evening(tmp_path, Settings(name="Spring mixer", timezone="UTC", printers=printers), database, 8080)


def in_files(folder: Path, words: str) -> list[str]:
    spellings = [words.encode(), words.encode("utf-16-le"), words.upper().encode()]
    files = [file for file in folder.rglob("*") if file.is_file()]
    return [file.name for file in files if any(each in file.read_bytes() for each in spellings)]


@pytest.fixture
def ana(app: Flask, evening: Evening, party: Party) -> str:
    """Somebody who did all that can be done here, and left a canary wherever words are kept."""
    database = party.database
    database.write(import_guests, prepare([GUEST], evening.topics))
    [person] = database.read(attendees.all_of_them)
    arrived = database.write(check_in, person.id, "Door left", "tap for Ana")
    database.write(agree_to_match, person.id, True)
    database.write(remark, person.id, f"remark {CANARY}", f"attention {CANARY}")
    ben, chen = party.arrives("Ben"), party.arrives("Chen")
    meeting = database.write(meet_by_badge, person.id, party.person(ben).badge_code)
    database.write(meet_by_badge, person.id, party.person(chen).badge_code)
    database.write(remember, meeting.id, ben, f"of Ana {CANARY}", f"send {CANARY}")
    database.write(remember, meeting.id, person.id, f"by Ana {CANARY}", f"bring {CANARY}")
    database.write(share_contact, meeting.id, person.id, [Contact.EMAIL])
    database.write(relate, meeting.id, person.id, Relation.GLAD, True)
    database.write(relate, meeting.id, ben, Relation.AGAIN, True)
    dora = party.arrives("Dora")
    third = database.write(meet_by_badge, ben, party.person(dora).badge_code)
    database.write(introduce, ben, third.id, meeting.id, f"about {CANARY}")
    database.write(report, person.id, f"told {CANARY}", "key of the report")
    database.write(decide_topic, f"grooming {CANARY}", f"asks {CANARY}", evening.topics)
    party.matched(person.id, dora)
    printer = evening.printers["Folder"]
    database.write(print_badge, person.id, printer.name, printer.size.name, "Door left")
    paper = prepare_badge(printer, evening.badge_of(party.person(person.id)), evening.fonts, evening.look)
    deliver(printer, paper, person.id)
    (evening.folder / "guest-list.waiting").write_text(f"name\n{CANARY}\n")
    backups.make(database)
    app.extensions["ana's phone"] = holding(app, database.write(pair_by_link, arrived.link.token))
    return person.id


def test_deleted_they_are_nowhere_in_the_folder_byte_for_byte(
    app: Flask, evening: Evening, party: Party, ana: str, clock: Clock
) -> None:
    before = set(in_files(evening.folder, CANARY))
    assert before >= {"guest-list.waiting", "evening.sqlite3-wal"}
    assert any(name.startswith("evening-") for name in before)
    assert (evening.folder / "printed" / f"{ana}.pdf").exists()
    clock.pass_(seconds=1)

    phone = app.extensions["ana's phone"]
    answer = phone.post("/me/kept/erase")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/?erased=yes")
    assert in_files(evening.folder, CANARY) == []
    assert in_files(evening.folder, ana) == []
    assert not (evening.folder / "printed" / f"{ana}.pdf").exists()
    assert len(backups.all_of_them(party.database.path)) == 1
    assert not backups.is_to_start_over(party.database)
    assert "Nothing about you is left" in phone.get("/?erased=yes").text
    assert phone.get("/me").status_code == 403
    assert {person.name for person in party.database.read(attendees.all_of_them)} == {"Ben", "Chen", "Dora"}


def test_where_copies_cannot_be_made_anew_it_is_said_and_done_later(
    app: Flask, evening: Evening, party: Party, ana: str, clock: Clock
) -> None:
    (backup,) = backups.all_of_them(party.database.path)
    clock.pass_(seconds=1)
    # In the place of the copy that is to be written stands a folder, which cannot be written over.
    blocked = backup.path.with_name(f"evening-{clock.now:%Y%m%dT%H%M%SZ}.sqlite3.unfinished")
    (blocked / "in the way").mkdir(parents=True)
    answer = app.extensions["ana's phone"].post("/me/kept/erase")
    assert answer.headers["Location"] == "/?erased=soon"
    assert backups.is_to_start_over(party.database)
    (blocked / "in the way").rmdir()
    blocked.rmdir()
    backups.start_over(party.database)
    assert not backups.is_to_start_over(party.database)
    assert in_files(evening.folder, CANARY) == []


def test_the_page_tells_in_words_what_is_kept_and_until_when(app: Flask, ana: str) -> None:
    page = app.extensions["ana's phone"].get("/me/kept").text
    for words in (
        *(GUEST.name, GUEST.company, GUEST.title, GUEST.email, GUEST.registration, GUEST.ticket_code, GUEST.phone),
        *(f"grooming {CANARY}", f"offers {CANARY}", f"asks {CANARY}", f"remark {CANARY}", f"by Ana {CANARY}"),
        *("Glad you met", "Door left", "December 22, 2026", f"told {CANARY}"),
    ):
        assert words.replace("+", "&#43;") in page or words in page, words


def test_the_file_holds_it_all_and_nothing_that_others_keep_for_themselves(app: Flask, ana: str) -> None:
    answer = app.extensions["ana's phone"].get("/me/kept/kept.json")
    assert "attachment" in answer.headers["Content-Disposition"]
    told = json.loads(answer.text)
    assert told["person"]["email"] == GUEST.email
    assert told["found_by"]
    assert told["arrivals"][0]["arrived_at"] == "2026-11-22T18:00:00+00:00"
    assert [met["name"] for met in told["met"]] in (["Ben", "Chen"], ["Chen", "Ben"])
    assert told["prompts"][0]["others"] == ["Dora"]
    assert told["prompts"][0]["reasons"]
    assert told["reported"][0]["text"] == f"told {CANARY}"
    assert told["printed"][0]["printer"] == "Folder"
    assert told["erased_at"] == "2026-12-22T18:00:00+00:00"
    for private in (f"of Ana {CANARY}", f"send {CANARY}", "again", f"about {CANARY}"):
        assert private not in answer.text


def test_a_contact_offered_to_somebody_is_not_told_before_they_agree(app: Flask, party: Party, screen: Screens) -> None:
    from kiosk.actions.set_contact import set_contact

    phone = screen(Role.ATTENDEE)
    ben = party.arrives("Ben")
    party.database.write(set_contact, ben, "ben@secret.example", "")
    phone.post("/b", data={"code": party.person(ben).badge_code})
    [ana] = [person for person in party.database.read(attendees.all_of_them) if person.name.startswith("Ana")]
    [met] = party.phone(ben).met
    party.database.write(share_contact, met.meeting_id, ben, [Contact.EMAIL])
    assert "secret" not in phone.get("/me/kept/kept.json").text + phone.get("/me/kept").text
    party.database.write(set_contact, ana.id, "ana@example.org", "")
    party.database.write(share_contact, met.meeting_id, ana.id, [Contact.EMAIL])
    assert "ben@secret.example" in phone.get("/me/kept/kept.json").text
