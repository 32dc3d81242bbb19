"""Steering the evening from the organizer's page."""

import pytest
from flask.testing import FlaskClient

from kiosk.actions.begin_rehearsal import begin_rehearsal
from kiosk.actions.end_print_job import end_print_job
from kiosk.actions.import_guests import import_guests
from kiosk.actions.import_guests import prepare
from kiosk.actions.load_roll import load_roll
from kiosk.actions.note_printed import note_printed
from kiosk.actions.print_badge import print_badge
from kiosk.actions.set_shown import set_shown
from kiosk.actions.wipe_rehearsal import wipe_rehearsal
from kiosk.domain.access import Role
from kiosk.domain.audit import Deed
from kiosk.domain.guest import Guest
from kiosk.domain.print_job import Trouble
from kiosk.evening import Evening
from kiosk.store import audit
from kiosk.store import backups
from tests.conftest import Clock
from tests.party import Party
from tests.web.conftest import Screens


@pytest.fixture
def organizer(screen: Screens) -> FlaskClient:
    return screen(Role.ORGANIZER)


def page(organizer: FlaskClient) -> str:
    return organizer.get("/organizer").text


def deeds(party: Party) -> list[Deed]:
    return [entry.deed for entry in reversed(party.database.read(audit.latest, 50))]


def test_a_message_is_sent_read_on_a_phone_and_taken_back(
    organizer: FlaskClient, screen: Screens, party: Party, clock: Clock
) -> None:
    phone = screen(Role.ATTENDEE)
    sent = organizer.post("/organizer/message", data={"text": "Soup <b>now</b>", "minutes": "30", "projector": "yes"})
    assert sent.status_code == 303
    assert "Soup &lt;b&gt;now&lt;/b&gt;" in phone.get("/me").text
    assert "Soup &lt;b&gt;now&lt;/b&gt;" in screen(Role.PROJECTOR).get("/projector").text
    shown = page(organizer)
    assert "On every phone and the projector" in shown
    assert "until 19:30" in shown
    organizer.post("/organizer/message/back")
    assert "Soup" not in phone.get("/me").text
    assert "Soup" not in page(organizer)
    assert deeds(party) == [Deed.MESSAGE, Deed.MESSAGE_BACK]


@pytest.mark.parametrize("form", [{"text": " "}, {"text": "Soup", "minutes": "7"}, {}])
def test_a_message_that_says_nothing_or_stands_for_no_time_is_refused(
    organizer: FlaskClient, party: Party, form: dict[str, str]
) -> None:
    assert organizer.post("/organizer/message", data=form).status_code == 422
    assert deeds(party) == []


def test_the_evening_is_ended_and_goes_on_after_all(organizer: FlaskClient, screen: Screens, party: Party) -> None:
    phone = screen(Role.ATTENDEE)
    assert "End the evening" in page(organizer)
    organizer.post("/organizer/end")
    ended = page(organizer)
    assert "The evening ended at 19:00" in ended
    for gone in ("Start a round", "Turn flow on", "End the evening"):
        assert gone not in ended
    assert "Thank you for coming, Ana." in phone.get("/me").text
    assert organizer.post("/organizer/end").status_code == 409
    organizer.post("/organizer/go-on")
    assert "End the evening" in page(organizer)
    assert deeds(party) == [Deed.EVENING_ENDED, Deed.EVENING_GOES_ON]


def test_before_anyone_has_come_there_is_nothing_to_end(organizer: FlaskClient) -> None:
    assert "End the evening" not in page(organizer)


def test_before_the_first_arrival_a_list_of_what_is_ready_turns_green_and_then_goes(
    organizer: FlaskClient, screen: Screens, party: Party, evening: Evening
) -> None:
    def undone() -> int:
        return page(organizer).count("not yet")

    assert "Before the evening" in page(organizer)
    assert undone() == 6
    party.database.write(import_guests, prepare([Guest(1, "Zoë García")], party.topics))
    assert undone() == 5
    organizer.get("/organizer/badges/badges.pdf")
    assert undone() == 4
    screen(Role.DOOR)
    assert undone() == 3
    screen(Role.STRANGER).get("/", environ_base={"REMOTE_ADDR": "192.0.2.77"})
    assert undone() == 2
    screen(Role.PROJECTOR).get("/projector")
    assert undone() == 1
    backups.make(evening.database)
    assert "All is ready" in page(organizer)
    party.arrives("Ana")
    assert "Before the evening" not in page(organizer)


def test_a_projector_that_is_paired_and_off_is_not_on(organizer: FlaskClient, screen: Screens, clock: Clock) -> None:
    before = page(organizer).count("not yet")
    screen(Role.PROJECTOR).get("/projector")
    assert page(organizer).count("not yet") == before - 1
    clock.pass_(minutes=2)
    assert page(organizer).count("not yet") == before


def test_badges_that_lead_elsewhere_are_told_until_the_organizer_finds_it_right(
    organizer: FlaskClient, party: Party, evening: Evening
) -> None:
    assert "lead to" not in page(organizer)
    party.database.write(note_printed, "http://10.0.0.9:8080")
    party.database.write(note_printed, evening.address)
    assert "Printed badges lead to http://10.0.0.9:8080" in page(organizer)
    organizer.post("/organizer/address")
    assert "Printed badges" not in page(organizer)
    assert deeds(party) == [Deed.ADDRESS]


def test_an_address_that_changed_while_the_kiosk_runs_is_told(organizer: FlaskClient, evening: Evening) -> None:
    evening.lookout.address_before = "http://10.0.0.9:8080"
    assert "The kiosk was at http://10.0.0.9:8080" in page(organizer)
    organizer.post("/organizer/address")
    assert "The kiosk was at" not in page(organizer)


def test_a_clock_behind_the_last_check_in_is_told(organizer: FlaskClient, party: Party, clock: Clock) -> None:
    party.arrives("Ana")
    assert "clock is behind" not in page(organizer)
    clock.pass_(hours=-2)
    assert "clock is behind" in page(organizer)


def test_a_printer_that_failed_and_one_nearly_out_of_labels_are_told_in_words(
    organizer: FlaskClient, party: Party
) -> None:
    who = party.arrives("Ana")
    assert "Printers and what waits" not in page(organizer)
    job = party.database.write(print_badge, who, "Desk", "62x100", "Door left")
    assert "1 waits" in page(organizer)
    party.database.write(end_print_job, job.id, Trouble.NO_PAPER)
    party.database.write(load_roll, "Desk", 7)
    shown = page(organizer)
    for words in ("The printer is out of paper.", "1 did not come out", "has 7 labels left"):
        assert words in shown


def test_what_is_wrong_with_the_database_stands_on_top(organizer: FlaskClient, evening: Evening) -> None:
    assert 'data-ground="warn"' not in page(organizer).split("console-main")[0].split("<main")[1]
    evening.database.health.copied(OSError("no space left on device"))
    assert "The last backup could not be made" in page(organizer)


def test_a_name_is_hidden_from_the_console_and_the_wall_names_them_no_more(
    organizer: FlaskClient, party: Party
) -> None:
    ana, ben = party.arrives("Ana García"), party.arrives("Ben")
    party.database.write(set_shown, ana, True)
    assert "Hide a name at once" not in page(organizer)
    party.matched(ana, ben)
    shown = page(organizer)
    assert f'<option value="{ana}">Ana García</option>' in shown
    assert f'<option value="{ben}">' not in shown
    organizer.post("/organizer/names/hide", data={"attendee_id": ana})
    assert not party.person(ana).shown
    assert organizer.post("/organizer/names/hide", data={"attendee_id": "nobody"}).status_code == 404
    assert deeds(party) == [Deed.SHOWN]


def test_that_a_rehearsal_is_on_stands_on_the_organizers_and_the_helpers_page_until_it_is_wiped(
    organizer: FlaskClient, screen: Screens, party: Party
) -> None:
    helper = screen(Role.HELPER)
    party.database.write(begin_rehearsal, prepare([Guest(2, "Ben", keys=("ticket:rehearsal-2",))], party.topics))
    for each in (organizer, helper):
        assert "A rehearsal is on" in page(each)
    assert 'href="/organizer/rehearsal">See to it' in page(organizer)
    assert "/organizer/rehearsal" not in page(helper)
    party.database.write(wipe_rehearsal)
    assert "A rehearsal is on" not in page(organizer)
