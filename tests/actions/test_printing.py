"""Badges in the queue: once, again with a reason, in the order they were asked for; and never an arrival by it."""

from datetime import timedelta

import pytest

from kiosk.actions.check_in import check_in
from kiosk.actions.drop_print_job import drop_print_job
from kiosk.actions.end_interrupted_printing import end_interrupted_printing
from kiosk.actions.end_print_job import end_print_job
from kiosk.actions.import_guests import import_guests
from kiosk.actions.import_guests import prepare
from kiosk.actions.load_roll import load_roll
from kiosk.actions.print_again import print_again
from kiosk.actions.print_badge import print_badge
from kiosk.actions.print_expected import print_expected
from kiosk.actions.print_on_arrival import print_on_arrival
from kiosk.actions.take_print_job import take_print_job
from kiosk.actions.undo_arrival import undo_arrival
from kiosk.actions.walk_in import walk_in
from kiosk.domain.attendee import Presence
from kiosk.domain.fact import Fact
from kiosk.domain.fact import PrintingChanged
from kiosk.domain.guest import Guest
from kiosk.domain.print_job import PrintJob
from kiosk.domain.print_job import PrintState
from kiosk.domain.print_job import Trouble
from kiosk.domain.print_job import Why
from kiosk.domain.refusal import AlreadyPrinted
from kiosk.domain.refusal import BadInput
from kiosk.domain.refusal import UnknownPrintJob
from kiosk.screens.printing import badges_screen
from kiosk.screens.printing import door_printing
from kiosk.store import attendees
from kiosk.store import print_jobs
from kiosk.store.database import Database
from tests.conftest import Clock
from tests.party import Party


def asked(party: Party, who: str, why: Why | None = None, printer: str = "Label left") -> PrintJob:
    return party.database.write(print_badge, who, printer, "62x100", "Door left", why)


def printed(party: Party, who: str) -> PrintJob:
    """Asked for, taken and out."""
    asked(party, who)
    job = party.database.write(take_print_job, "Label left")
    assert job
    party.database.write(end_print_job, job.id)
    return party.database.read(print_jobs.need, job.id)


def failed(party: Party, who: str) -> None:
    party.database.write(end_print_job, asked(party, who).id, Trouble.UNREACHABLE)


def shown_at(door: str, party: Party, clock: Clock) -> list[tuple[str, str]]:
    shown = party.database.read(door_printing, door, clock.now).prints
    return [(each.name, each.job.state.value) for each in shown]


def test_a_double_tap_is_one_badge(party: Party) -> None:
    ana = party.arrives("Ana")
    assert asked(party, ana) == asked(party, ana)
    assert len(party.database.read(print_jobs.not_printed)) == 1


def test_a_badge_that_is_out_is_printed_again_only_for_a_reason(party: Party, clock: Clock) -> None:
    ana = party.arrives("Ana")
    first = printed(party, ana)
    assert first.state is PrintState.PRINTED
    assert first.ended_at == clock.now
    with pytest.raises(AlreadyPrinted):
        asked(party, ana)
    again = asked(party, ana, Why.LOST)
    assert again.why is Why.LOST
    assert party.database.read(print_jobs.need, again.id).why is Why.LOST


def test_badges_come_out_in_the_order_they_were_asked_for_each_on_its_printer(party: Party, clock: Clock) -> None:
    people = [party.arrives(name) for name in ("Ana", "Ben", "Cem")]
    for who, printer in zip(people, ("Label left", "Label right", "Label left"), strict=True):
        asked(party, who, printer=printer)
        clock.pass_(seconds=1)
    taken = [party.database.write(take_print_job, "Label left") for _ in range(3)]
    assert [job.attendee_id if job else None for job in taken] == [people[0], people[2], None]


def test_a_failed_badge_says_why_and_can_be_tried_again_or_dropped(party: Party) -> None:
    ana = party.arrives("Ana")
    asked(party, ana)
    job = party.database.write(take_print_job, "Label left")
    assert job
    with pytest.raises(UnknownPrintJob):
        party.database.write(drop_print_job, job.id)
    party.database.write(end_print_job, job.id, Trouble.NO_PAPER)
    assert party.database.read(print_jobs.need, job.id).trouble is Trouble.NO_PAPER
    party.database.write(print_again, job.id)
    waiting = party.database.read(print_jobs.need, job.id)
    assert (waiting.state, waiting.trouble, waiting.ended_at) == (PrintState.QUEUED, None, None)
    party.database.write(drop_print_job, job.id)
    with pytest.raises(UnknownPrintJob):
        party.database.write(print_again, job.id)


def test_asking_for_a_badge_that_failed_is_trying_again(party: Party) -> None:
    ana = party.arrives("Ana")
    job = asked(party, ana)
    party.database.write(end_print_job, job.id, Trouble.UNREACHABLE)
    asked(party, ana)
    (only,) = party.database.read(print_jobs.not_printed)
    assert only.state is PrintState.QUEUED


def test_an_arrival_prints_once_at_a_door_with_a_printer(party: Party) -> None:
    ana, ben = party.arrives("Ana"), party.arrives("Ben")
    party.database.write(print_on_arrival, ana, lambda door: ("Label left", "62x100") if door == "Door left" else None)
    party.database.write(print_on_arrival, ana, lambda _: ("Label left", "62x100"))
    party.database.write(print_on_arrival, ben, lambda _: None)
    (job,) = party.database.read(print_jobs.not_printed)
    assert (job.attendee_id, job.door) == (ana, "Door left")


def test_whoever_left_or_came_long_ago_gets_none_by_themselves(party: Party, clock: Clock) -> None:
    ana, undone = party.arrives("Ana"), party.walks_in("Ben").arrival
    party.database.write(undo_arrival, undone.id)
    party.database.write(print_on_arrival, undone.attendee_id, lambda _: ("Label left", "62x100"))
    clock.pass_(minutes=6)
    party.database.write(print_on_arrival, ana, lambda _: ("Label left", "62x100"))
    assert party.database.read(print_jobs.not_printed) == []


def test_whoever_came_while_the_door_was_cut_off_gets_none_when_it_is_back(party: Party, clock: Clock) -> None:
    taken_at = clock.now - timedelta(minutes=6)
    late = party.database.write(walk_in, "Ana", "Door left", "tap for Ana", taken_at).arrival
    party.database.write(print_on_arrival, late.attendee_id, lambda _: ("Label left", "62x100"))
    assert party.database.read(print_jobs.not_printed) == []


def test_printing_before_the_evening_is_not_arriving_and_is_not_done_twice(party: Party) -> None:
    guests = [Guest(row, name) for row, name in enumerate(("Zoë", "Ana", "Ben"), 2)]
    party.database.write(import_guests, prepare(guests, party.topics))
    assert party.database.write(print_expected, "Label left", "62x100") == 3
    assert party.database.write(print_expected, "Label left", "62x100") == 0
    names = []
    while job := party.database.write(take_print_job, "Label left"):
        party.database.write(end_print_job, job.id)
        names.append(party.person(job.attendee_id).name)
    assert names == ["Ana", "Ben", "Zoë"]
    people = party.database.read(attendees.all_of_them)
    assert {person.presence for person in people} == {Presence.EXPECTED}
    party.database.write(check_in, people[0].id, "Door left", "tap number one")
    party.database.write(print_on_arrival, people[0].id, lambda _: ("Label left", "62x100"))
    assert party.database.read(print_jobs.not_printed) == []


def test_labels_are_counted_down_as_they_come_out(party: Party) -> None:
    party.database.write(load_roll, "Label left", 300)
    printed(party, party.arrives("Ana"))
    failed = asked(party, party.arrives("Ben"))
    party.database.write(end_print_job, failed.id, Trouble.NO_PAPER)
    assert party.database.read(print_jobs.labels_left) == {"Label left": 299}
    party.database.write(load_roll, "Label left", 20)
    assert party.database.read(door_printing, "Door left", party.database.clock()).few == (("Label left", 20),)
    for wrong in (0, 10_001):
        with pytest.raises(BadInput):
            party.database.write(load_roll, "Label left", wrong)


def test_what_was_printing_when_the_kiosk_stopped_is_said(party: Party) -> None:
    under_way, waiting, homeless = (party.arrives(name) for name in ("Ana", "Ben", "Cem"))
    asked(party, under_way)
    party.database.write(take_print_job, "Label left")
    asked(party, waiting)
    asked(party, homeless, printer="Sold")
    party.database.write(end_interrupted_printing, {"Label left"})
    found = {job.attendee_id: job.trouble for job in party.database.read(print_jobs.not_printed)}
    assert found == {under_way: Trouble.STOPPED, waiting: None, homeless: Trouble.NO_PRINTER}


def test_a_door_sees_the_last_that_it_asked_for_until_a_moment_after_it_came_out(party: Party, clock: Clock) -> None:
    printed(party, party.arrives("Ana"))
    clock.pass_(seconds=1)
    party.database.write(print_badge, party.arrives("Cem"), "Label left", "62x100", "Door right")
    assert shown_at("Door left", party, clock) == [("Ana", "printed")]
    asked(party, party.arrives("Ben"))
    assert shown_at("Door left", party, clock) == [("Ben", "queued")]
    clock.pass_(minutes=2)
    assert shown_at("Door left", party, clock) == [("Ben", "queued")]


def test_a_door_sees_all_that_failed(party: Party, clock: Clock) -> None:
    for name in ("Ana", "Ben"):
        failed(party, party.arrives(name))
        clock.pass_(seconds=1)
    printed(party, party.arrives("Cem"))
    assert shown_at("Door left", party, clock) == [("Cem", "printed"), ("Ben", "failed"), ("Ana", "failed")]
    clock.pass_(minutes=2)
    assert shown_at("Door left", party, clock) == [("Ben", "failed"), ("Ana", "failed")]


def test_the_door_that_asked_is_told(party: Party, told: list[Fact]) -> None:
    printed(party, party.arrives("Ana"))
    assert [fact for fact in told if isinstance(fact, PrintingChanged)] == [PrintingChanged(("Door left",))] * 3


def test_the_organizer_looks_at_the_longest_names(database: Database, party: Party) -> None:
    guests = [Guest(length + 1, "x" * length) for length in range(1, 31)]
    party.database.write(import_guests, prepare(guests, party.topics))
    screen = database.read(badges_screen)
    assert screen.without == 30
    assert [len(person.name) for person in screen.samples] == [1, *range(30, 19, -1)]
