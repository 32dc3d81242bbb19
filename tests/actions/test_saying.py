"""What people say of those they met: seen by themselves alone."""

import pytest

from kiosk.actions.answer_prompt import answer_prompt
from kiosk.actions.block import unblock
from kiosk.actions.relate import relate
from kiosk.actions.remember import remember
from kiosk.actions.set_contact import set_contact
from kiosk.actions.share_contact import share_contact
from kiosk.domain.fact import ContactShared
from kiosk.domain.fact import Fact
from kiosk.domain.fact import KeptToOneself
from kiosk.domain.match import Answer
from kiosk.domain.match import WhyNot
from kiosk.domain.meeting import Contact
from kiosk.domain.refusal import StillBlocked
from kiosk.domain.refusal import UnknownMeeting
from kiosk.domain.relation import Relation
from kiosk.store import relations
from tests.party import Party


@pytest.fixture
def pair(party: Party) -> tuple[str, str]:
    people = party.arrives("Ana"), party.arrives("Ben")
    for who in people:
        party.database.write(set_contact, who, f"{party.person(who).name}@example.org", "")
    return people


@pytest.fixture
def meeting(party: Party, pair: tuple[str, str]) -> str:
    return party.scans(pair[0], pair[1]).id


def says(party: Party, meeting: str, who: str, relation: Relation, holds: bool = True) -> None:
    party.database.write(relate, meeting, who, relation, holds)


@pytest.mark.parametrize("relation", Relation)
def test_what_one_says_is_on_ones_own_page_alone(
    party: Party, pair: tuple[str, str], meeting: str, relation: Relation, told: list[Fact]
) -> None:
    ana, ben = pair
    before = party.phone(ben)
    for _ in range(2):
        says(party, meeting, ana, relation)
    assert party.phone(ben) == before
    assert set(told) == {KeptToOneself(ana)}
    screen = party.phone(ana)
    assert [met.said for met in screen.met] == ([{relation}] if relation is not Relation.BLOCKS else [])
    says(party, meeting, ana, relation, False)
    assert [met.said for met in party.phone(ana).met] == [frozenset()]


def test_a_note_and_a_promise_are_for_ones_own_eyes(party: Party, pair: tuple[str, str], meeting: str) -> None:
    ana, ben = pair
    before = party.phone(ben)
    for promise in ("call", "send the seed catalogue"):
        party.database.write(remember, meeting, ana, "Keeps bees\x00", promise)
    [met] = party.phone(ana).met
    assert (met.note.note, met.note.promise) == ("Keeps bees", "send the seed catalogue")
    assert party.phone(ben) == before


def test_nobody_says_or_keeps_anything_in_a_meeting_of_others(party: Party, meeting: str) -> None:
    stranger = party.arrives("Chen")
    with pytest.raises(UnknownMeeting):
        says(party, meeting, stranger, Relation.BLOCKS)
    with pytest.raises(UnknownMeeting):
        party.database.write(remember, meeting, stranger, "", "")


def test_to_the_blocked_a_block_looks_as_a_withdrawal_does(
    party: Party, pair: tuple[str, str], meeting: str, told: list[Fact]
) -> None:
    ana, ben = pair
    for who in pair:
        party.database.write(share_contact, meeting, who, list(Contact))
    party.database.write(share_contact, meeting, ana, ())
    withdrawn = party.phone(ben)
    party.database.write(share_contact, meeting, ana, list(Contact))
    told.clear()
    says(party, meeting, ana, Relation.BLOCKS)
    assert party.phone(ben) == withdrawn
    assert told == [ContactShared((ben,)), KeptToOneself(ana)]


def test_who_was_blocked_is_listed_and_gets_nothing_until_unblocked_and_offered_anew(
    party: Party, pair: tuple[str, str], meeting: str
) -> None:
    ana, ben = pair
    says(party, meeting, ana, Relation.BLOCKS)
    screen = party.phone(ana)
    assert ([blocked.name for blocked in screen.blocked], screen.met) == (["Ben"], ())
    with pytest.raises(StillBlocked):
        party.database.write(share_contact, meeting, ana, list(Contact))
    party.database.write(unblock, ana, ben)
    screen = party.phone(ana)
    assert ([met.name for met in screen.met], screen.blocked) == (["Ben"], ())


@pytest.mark.parametrize("why_not", WhyNot)
def test_a_reason_given_with_a_no_is_heeded_and_looks_to_the_other_as_any_no(
    party: Party, pair: tuple[str, str], why_not: WhyNot
) -> None:
    ana, ben = pair
    [match] = party.round()
    before = party.phone(ben)
    party.database.write(answer_prompt, match.id, ana, Answer.NOT_FOR_ME, why_not, ben)
    assert party.phone(ben) == before
    said = party.database.read(relations.of_pair, ana, ben)
    assert said == {WhyNot.KNOWS: {Relation.KNOWS}, WhyNot.RATHER_NOT: {Relation.BLOCKS}}.get(why_not, set())


def test_a_reason_about_someone_else_is_heeded_for_nobody(party: Party, pair: tuple[str, str]) -> None:
    [match] = party.round()
    stranger = party.arrives("Chen")
    party.database.write(answer_prompt, match.id, pair[0], Answer.NOT_FOR_ME, WhyNot.RATHER_NOT, stranger)
    assert party.database.read(relations.of_pair, pair[0], stranger) == set()
