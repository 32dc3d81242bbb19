"""Invented guests stand apart: nothing is printed for them, and wiping leaves the evening as it was before."""

import pytest
import sqlalchemy as sa

from kiosk.actions.agree_to_match import agree_to_match
from kiosk.actions.begin_rehearsal import begin_rehearsal
from kiosk.actions.check_in import check_in
from kiosk.actions.end_evening import end_evening
from kiosk.actions.import_guests import import_guests
from kiosk.actions.import_guests import prepare
from kiosk.actions.print_expected import print_expected
from kiosk.actions.print_on_arrival import print_on_arrival
from kiosk.actions.send_message import send_message
from kiosk.actions.set_flow import set_flow
from kiosk.actions.walk_in import walk_in
from kiosk.actions.wipe_rehearsal import wipe_rehearsal
from kiosk.domain.agenda import Agenda
from kiosk.domain.guest import Guest
from kiosk.domain.refusal import ArrivalsAlready
from kiosk.domain.refusal import NoRehearsal
from kiosk.domain.refusal import RehearsalOn
from kiosk.store import agenda
from kiosk.store import attendees
from kiosk.store import messages
from kiosk.store import print_jobs
from kiosk.store.schema import metadata
from tests.party import Party


@pytest.fixture
def real(party: Party) -> str:
    """Someone real on the list."""
    party.database.write(import_guests, prepare([Guest(2, "Ana Real", keys=("email:ana",))], party.topics))
    return party.database.read(attendees.all_of_them)[0].id


def begin(party: Party, *names: str) -> list[str]:
    guests = [Guest(row, name, keys=(f"ticket:rehearsal-{row}",)) for row, name in enumerate(names, 2)]
    party.database.write(begin_rehearsal, prepare(guests, party.topics))
    return [a.id for a in party.database.read(attendees.all_of_them) if a.name in names]


def arrive(party: Party, who: str) -> None:
    party.database.write(check_in, who, "Door left", f"tap for {who}")


def everything(party: Party) -> dict[str, list[tuple[object, ...]]]:
    def read(connection: sa.Connection) -> dict[str, list[tuple[object, ...]]]:
        return {
            table.name: [tuple(row) for row in connection.execute(sa.select(table))] for table in metadata.sorted_tables
        }

    return party.database.read(read)


def test_wiping_leaves_the_evening_as_it_was_before(party: Party, real: str) -> None:
    before = everything(party)
    for who in begin(party, "Ben", "Cem", "Dora", "Emil"):
        arrive(party, who)
        party.database.write(agree_to_match, who, True)
    party.database.write(walk_in, "Fay", "Door left", "tap for Fay")
    party.round()
    party.database.write(wipe_rehearsal)
    assert everything(party) == before
    arrive(party, real)


def test_no_badge_is_printed_for_anyone_invented(party: Party, real: str) -> None:
    ben, _ = begin(party, "Ben", "Cem")
    arrive(party, ben)
    party.database.write(print_on_arrival, ben, lambda door: ("Label left", "62x100"))
    assert party.database.write(print_expected, "Label left", "62x100") == 1
    assert [job.attendee_id for job in party.database.read(print_jobs.not_printed)] == [real]


def test_real_guests_wait_until_the_rehearsal_is_wiped(party: Party, real: str) -> None:
    begin(party, "Ben", "Cem")
    with pytest.raises(RehearsalOn):
        arrive(party, real)
    with pytest.raises(RehearsalOn):
        begin(party, "Dora")
    party.database.write(wipe_rehearsal)
    with pytest.raises(NoRehearsal):
        party.database.write(wipe_rehearsal)
    arrive(party, real)
    with pytest.raises(ArrivalsAlready):
        begin(party, "Dora")


def test_an_end_and_a_message_tried_out_in_a_rehearsal_are_wiped_with_it(party: Party, real: str) -> None:
    begin(party, "Ben", "Cem")
    party.database.write(set_flow, True)
    party.database.write(end_evening)
    party.database.write(send_message, "The soup is served", None, True)
    party.database.write(wipe_rehearsal)
    assert party.database.read(agenda.get) == Agenda(flow=True)
    assert party.database.read(messages.standing, party.database.clock()) is None
