"""A meeting by badge or by both saying so."""

import pytest

from kiosk.actions.end_round import end_round
from kiosk.actions.keep_time import keep_time
from kiosk.actions.meet import meet_by_badge
from kiosk.actions.meet import say_met
from kiosk.actions.pair_device import pair_by_link
from kiosk.actions.set_mood import set_mood
from kiosk.domain.attendee import Mood
from kiosk.domain.match import Answer
from kiosk.domain.match import Match
from kiosk.domain.refusal import OwnBadge
from kiosk.domain.refusal import TooFewFree
from kiosk.domain.refusal import UnknownBadge
from kiosk.screens.phone import Showing
from kiosk.store import meetings
from tests.conftest import Clock
from tests.party import Party


def test_scanning_the_others_badge_is_a_meeting_for_both_and_only_one(
    party: Party, pair: tuple[str, str], match: Match
) -> None:
    ana, ben = pair
    for scanner, scanned in ((ana, ben), (ben, ana), (ana, ben)):
        party.scans(scanner, scanned)
    assert [party.phone(who).showing for who in pair] == [Showing.MET, Showing.MET]
    [meeting] = party.database.read(meetings.all_of_them)
    assert {meeting.one_id, meeting.other_id} == {ana, ben}
    assert (meeting.how, meeting.match_id) == ("scan", match.id)


def test_a_scan_outside_any_prompt_is_a_meeting_by_chance(party: Party, pair: tuple[str, str]) -> None:
    ana, ben = pair
    party.scans(ana, ben)
    assert [met.name for met in party.phone(ben).met] == ["Ana García"]


def test_nobody_meets_themselves_or_a_code_that_is_not_there(party: Party, pair: tuple[str, str]) -> None:
    with pytest.raises(OwnBadge):
        party.scans(pair[0], pair[0])
    with pytest.raises(UnknownBadge):
        party.database.write(meet_by_badge, pair[0], "00000000")


def test_saying_so_is_a_meeting_once_both_have(party: Party, pair: tuple[str, str], match: Match) -> None:
    ana, ben = pair
    for who in pair:
        party.says(match, who, Answer.GOING)
    party.database.write(say_met, match.id, ana)
    assert party.database.read(meetings.all_of_them) == []
    party.database.write(say_met, match.id, ben)
    party.database.write(say_met, match.id, ben)
    [meeting] = party.database.read(meetings.all_of_them)
    assert meeting.how == "tap"
    assert party.phone(ana).showing is Showing.MET


def test_who_met_is_not_matched_with_each_other_again(
    party: Party, pair: tuple[str, str], match: Match, clock: Clock
) -> None:
    party.scans(*pair)
    party.database.write(end_round)
    assert all(party.person(who).free for who in pair)
    with pytest.raises(TooFewFree):
        party.round(seed=2)


def test_a_meeting_after_the_deadline_is_still_one_of_the_match(
    party: Party, pair: tuple[str, str], match: Match, clock: Clock
) -> None:
    clock.pass_(seconds=121)
    party.database.write(keep_time)
    party.scans(*pair)
    [meeting] = party.database.read(meetings.all_of_them)
    assert meeting.match_id == match.id
    assert all(party.phone(who).showing is Showing.MET for who in pair)


def test_a_badge_scanned_again_does_not_undo_that_someone_is_free(
    party: Party, pair: tuple[str, str], match: Match
) -> None:
    party.scans(*pair)
    party.database.write(set_mood, pair[0], Mood.FREE)
    party.scans(*pair)
    assert party.person(pair[0]).free


def test_who_met_goes_on_talking_after_the_round_until_they_say_that_they_are_free(party: Party) -> None:
    people = [party.walks_in(name) for name in ("Ana", "Ben")]
    for arrived in people:
        party.database.write(pair_by_link, arrived.link.token)
    ana, ben = (arrived.arrival.attendee_id for arrived in people)
    party.round()
    party.scans(ana, ben)
    party.database.write(set_mood, ben, Mood.FREE)
    party.database.write(end_round)
    assert party.phone(ana).showing is Showing.TALKING
    assert party.phone(ben).showing is Showing.FREE


def test_who_met_and_has_no_phone_to_say_so_is_free_when_the_round_ends(party: Party) -> None:
    ana, ben = party.walks_in("Ana"), party.arrives("Ben")
    party.database.write(pair_by_link, ana.link.token)
    party.round()
    party.scans(ana.arrival.attendee_id, ben)
    assert party.person(ben).mood is Mood.TALKING
    party.database.write(end_round)
    assert party.person(ben).free
    assert party.person(ana.arrival.attendee_id).mood is Mood.TALKING
