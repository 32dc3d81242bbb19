"""A match stands by itself: its own deadline, its own end, whatever made it."""

from kiosk.actions.answer_prompt import answer_prompt
from kiosk.actions.end_round import end_round
from kiosk.actions.keep_time import keep_time
from kiosk.actions.pair_device import pair_by_link
from kiosk.domain.attendee import Mood
from kiosk.domain.fact import Fact
from kiosk.domain.fact import PromptsExpired
from kiosk.domain.match import Answer
from kiosk.domain.match import Match
from kiosk.domain.match import State
from kiosk.screens.phone import Showing
from kiosk.store import matches
from kiosk.store import meetings
from tests.conftest import Clock
from tests.party import Party


def everyone(party: Party, match: Match, answer: Answer) -> None:
    for who in match.attendee_ids:
        party.database.write(answer_prompt, match.id, who, answer)


def test_each_match_expires_at_its_own_deadline(party: Party, clock: Clock, told: list[Fact]) -> None:
    quick = party.matched(party.arrives("Ana"), party.arrives("Ben"), answer_s=60)
    slow = party.matched(party.arrives("Chen"), party.arrives("Dora"), answer_s=90)
    clock.pass_(seconds=60)
    told.clear()
    for _ in range(2):
        party.database.write(keep_time)
    assert told == [PromptsExpired(quick.attendee_ids)]
    assert [party.phone(who).showing for who in quick.attendee_ids] == [Showing.OVER] * 2
    assert [party.phone(who).showing for who in slow.attendee_ids] == [Showing.PROMPT] * 2


def test_a_match_that_is_on_ends_at_its_own_end_and_who_was_on_the_way_is_free(party: Party, clock: Clock) -> None:
    match = party.matched(party.arrives("Ana"), party.arrives("Ben"), lasts_s=300)
    everyone(party, match, Answer.GOING)
    clock.pass_(seconds=299)
    party.database.write(keep_time)
    assert [party.phone(who).showing for who in match.attendee_ids] == [Showing.ON] * 2
    clock.pass_(seconds=1)
    party.database.write(keep_time)
    assert [party.phone(who).showing for who in match.attendee_ids] == [Showing.FREE] * 2
    assert party.match(match.id).state is State.MISSED
    assert party.match(match.id).ended_at == clock()


def test_who_met_and_has_no_phone_to_say_so_is_free_when_the_match_ends(party: Party, clock: Clock) -> None:
    ana, ben = party.walks_in("Ana"), party.arrives("Ben")
    party.database.write(pair_by_link, ana.link.token)
    party.matched(ana.arrival.attendee_id, ben)
    party.scans(ana.arrival.attendee_id, ben)
    clock.pass_(minutes=12)
    party.database.write(keep_time)
    assert party.person(ben).free
    assert party.phone(ana.arrival.attendee_id).showing is Showing.TALKING


def test_at_the_deadline_the_room_is_told_though_everyone_has_answered(
    party: Party, clock: Clock, told: list[Fact]
) -> None:
    match = party.matched(party.arrives("Ana"), party.arrives("Ben"))
    everyone(party, match, Answer.GOING)
    told.clear()
    clock.pass_(seconds=120)
    party.database.write(keep_time)
    assert told == [PromptsExpired(match.attendee_ids)]


def test_the_end_of_a_round_ends_its_matches_and_no_other(party: Party) -> None:
    for name in ("Ana", "Ben"):
        party.arrives(name)
    [of_round] = party.round()
    other = party.matched(party.arrives("Chen"), party.arrives("Dora"))
    party.database.write(end_round)
    assert party.match(of_round.id).ended_at
    assert [match.id for match in party.database.read(matches.not_ended)] == [other.id]


def test_a_phone_shows_the_latest_match_whatever_made_it(party: Party, clock: Clock) -> None:
    ana, ben, chen = (party.arrives(name) for name in ("Ana", "Ben", "Chen"))
    first = party.matched(ana, ben)
    party.database.write(answer_prompt, first.id, ana, Answer.LATER)
    clock.pass_(seconds=5)
    second = party.matched(ana, chen)
    shown = {who: party.phone(who).prompt for who in (ana, ben, chen)}
    assert {who: prompt.match_id for who, prompt in shown.items() if prompt} == {
        ana: second.id,
        ben: first.id,
        chen: second.id,
    }


def test_who_is_asked_already_is_in_no_round(party: Party) -> None:
    asked = party.matched(party.arrives("Ana"), party.arrives("Ben"))
    free = {party.arrives("Chen"), party.arrives("Dora")}
    [match] = party.round()
    assert set(match.attendee_ids) == free
    assert match.beacon != asked.beacon


def test_two_who_meet_by_badge_met_through_the_match_they_are_in(party: Party, clock: Clock) -> None:
    ana, ben = party.arrives("Ana"), party.arrives("Ben")
    match = party.matched(ana, ben)
    party.scans(ana, ben)
    [meeting] = party.database.read(meetings.all_of_them)
    assert meeting.match_id == match.id
    assert [party.person(who).mood for who in (ana, ben)] == [Mood.TALKING] * 2
