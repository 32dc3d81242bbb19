"""One person is erased: nothing of them stays, and nobody is left waiting for them."""

import pytest

from kiosk.actions.answer_prompt import answer_prompt
from kiosk.actions.block import block
from kiosk.actions.decide_topic import decide_topic
from kiosk.actions.erase_attendee import erase_attendee
from kiosk.actions.introduce import introduce
from kiosk.actions.pair_device import pair_by_link
from kiosk.actions.remember import remember
from kiosk.actions.state_topic import state_topic
from kiosk.domain.attendee import Mood
from kiosk.domain.fact import AttendeeErased
from kiosk.domain.fact import Fact
from kiosk.domain.match import Answer
from kiosk.domain.match import State
from kiosk.domain.refusal import UnknownAttendee
from kiosk.domain.statement import Kind
from kiosk.screens.phone import Showing
from kiosk.store import attendees
from kiosk.store import devices
from kiosk.store import matches
from kiosk.store import plans
from kiosk.store import prompts
from kiosk.store import topic_decisions
from tests.party import Party


def erase(party: Party, who: str) -> None:
    party.database.write(erase_attendee, who, party.topics)


def goes(party: Party, match_id: str, who: str) -> None:
    party.database.write(answer_prompt, match_id, who, Answer.GOING)


def test_nobody_is_found_by_their_id_and_their_phones_are_told(party: Party, told: list[Fact]) -> None:
    ana = party.walks_in("Ana")
    phone = party.database.write(pair_by_link, ana.link.token)
    erase(party, ana.arrival.attendee_id)
    assert told[-1] == AttendeeErased(ana.arrival.attendee_id, (phone.device.id,))
    assert party.database.read(attendees.all_of_them) == []
    assert party.database.read(devices.get, phone.device.id) is None
    with pytest.raises(UnknownAttendee):
        erase(party, ana.arrival.attendee_id)


@pytest.mark.parametrize("said", [(), ("ben",), ("ana", "ben")])
def test_who_was_to_meet_them_is_free_at_once(party: Party, said: tuple[str, ...]) -> None:
    ids = {name: party.arrives(name.title()) for name in ("ana", "ben")}
    match = party.matched(*ids.values())
    for name in said:
        goes(party, match.id, ids[name])
    erase(party, ids["ana"])
    phone = party.phone(ids["ben"])
    assert (phone.showing, phone.prompt) == (Showing.FREE, None)
    assert party.database.read(prompts.engaged_ids) == set()
    assert party.person(ids["ben"]).free


def test_who_met_them_and_has_no_phone_to_say_so_is_free(party: Party) -> None:
    ana, ben = party.arrives("Ana"), party.arrives("Ben")
    match = party.matched(ana, ben)
    for who in (ana, ben):
        goes(party, match.id, who)
    party.scans(ana, ben)
    assert party.person(ben).mood is Mood.TALKING
    erase(party, ana)
    assert party.person(ben).mood is Mood.FREE
    assert party.phone(ben).met == ()


@pytest.mark.parametrize("gone", [0, 1, 2])
def test_the_two_others_of_three_go_on_and_are_told_of_each_other_alone(party: Party, gone: int) -> None:
    ids = sorted(party.arrives(name) for name in ("Ana", "Ben", "Chen"))
    match = party.matched(*ids)
    for who in ids:
        goes(party, match.id, who)
    about = {(reader, other): party.match(match.id).prompt_of(reader) for reader in ids for other in ids}
    erased = ids.pop(gone)
    erase(party, erased)
    after = party.match(match.id)
    assert after.attendee_ids == tuple(ids)
    assert after.state is State.ON
    for reader, other in (ids, ids[::-1]):
        before = about[reader, other]
        everyone = [who for who in match.attendee_ids if who != reader]
        assert after.prompt_of(reader).reasons == (before.reasons[everyone.index(other)],)
        prompt = party.phone(reader).prompt
        assert prompt is not None
        assert [each.attendee_id for each in prompt.others] == [other]


def test_whom_a_third_had_brought_together_with_the_erased_meets_that_third_no_more_than_before(party: Party) -> None:
    """Chen has met Ana and Ben, and so is nobody new to Ben."""
    ana, ben, chen = (party.arrives(name) for name in ("Ana", "Ben", "Chen"))
    for other in (ana, ben):
        party.scans(chen, other)
    [match] = party.round()
    for who in (ana, ben, chen):
        goes(party, match.id, who)
    party.scans(ana, ben)
    erase(party, ana)
    assert party.database.read(matches.get, match.id) is None
    for who, other in ((ben, chen), (chen, ben)):
        assert party.person(who).free
        assert [met.name for met in party.phone(who).met] == [party.person(other).name]


def test_of_three_a_no_stays_untold_when_another_is_erased(party: Party) -> None:
    ana, ben, chen = sorted(party.arrives(name) for name in ("Ana", "Ben", "Chen"))
    match = party.matched(ana, ben, chen)
    party.database.write(answer_prompt, match.id, chen, Answer.NOT_FOR_ME)
    goes(party, match.id, ben)
    erase(party, ana)
    assert party.phone(ben).showing is Showing.WAITING
    refused, _ = party.database.read(prompts.pairs_before)
    assert refused == {frozenset((ben, chen))}


def test_who_met_the_erased_is_not_said_to_have_met_the_third_who_stayed_away(party: Party) -> None:
    ana, ben, chen = sorted(party.arrives(name) for name in ("Ana", "Ben", "Chen"))
    match = party.matched(ana, ben, chen)
    party.database.write(answer_prompt, match.id, chen, Answer.NOT_FOR_ME)
    for who in (ana, ben):
        goes(party, match.id, who)
    party.scans(ana, ben)
    erase(party, ana)
    assert party.phone(ben).prompt is None


def test_meetings_notes_introductions_and_blocks_go_and_those_of_others_stay(party: Party) -> None:
    ana, ben, chen, dora = (party.arrives(name) for name in ("Ana", "Ben", "Chen", "Dora"))
    meet = {other: party.scans(ben, other) for other in (ana, chen, dora)}
    party.database.write(remember, meet[ana].id, ben, "tall", "send the book")
    party.database.write(remember, meet[chen].id, ben, "sails", "")
    party.database.write(introduce, ben, meet[ana].id, meet[chen].id, "bees")
    party.database.write(introduce, ben, meet[dora].id, meet[chen].id, "boats")
    party.database.write(block, ben, ana)
    erase(party, ana)
    phone = party.phone(ben)
    assert {met.name: met.note.note for met in phone.met} == {"Chen": "sails", "Dora": ""}
    assert phone.blocked == ()
    assert [(each.one, each.other) for each in phone.introductions] in ([("Chen", "Dora")], [("Dora", "Chen")])


def test_plans_made_with_them_can_be_made_again_no_more_and_keep_nothing(party: Party) -> None:
    ana, _, _ = (party.arrives(name) for name in ("Ana", "Ben", "Chen"))
    party.round()
    erase(party, ana)
    [plan] = party.database.read(lambda connection: list(plans.all_of_them(connection)))
    assert plan.basis is None


def test_what_was_decided_about_words_of_theirs_alone_goes_with_them(party: Party) -> None:
    ana, ben = party.arrives("Ana"), party.arrives("Ben")
    party.database.write(state_topic, ana, Kind.INTEREST, "llama grooming", party.topics)
    party.database.write(state_topic, ben, Kind.INTEREST, "alpaca care", party.topics)
    party.database.write(state_topic, ben, Kind.INTEREST, "hives", party.topics)
    party.database.write(decide_topic, "alpaca care", "llama grooming", party.topics)
    party.database.write(decide_topic, "hives", "beekeeping", party.topics)
    before = party.person(ben).statements
    assert before[0].topic == party.topics.resolve("llama grooming")
    erase(party, ana)
    left = party.person(ben).statements
    assert left[0].topic == party.topics.resolve("alpaca care")
    assert left[1] == before[1]
    assert [decision.typed for decision in party.database.read(topic_decisions.all_of_them)] == ["hives"]


def test_what_was_decided_about_words_that_another_says_too_stays(party: Party) -> None:
    for name in ("Ana", "Ben"):
        party.database.write(state_topic, party.arrives(name), Kind.INTEREST, "Llama grooming", party.topics)
    party.database.write(decide_topic, "llama grooming", "gardens", party.topics)
    [ana] = [person for person in party.database.read(attendees.all_of_them) if person.name == "Ana"]
    erase(party, ana.id)
    assert len(party.database.read(topic_decisions.all_of_them)) == 1
