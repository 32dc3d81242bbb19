"""The organizer's evening."""

from datetime import timedelta

from kiosk.actions.agree_to_match import agree_to_match
from kiosk.actions.answer_prompt import answer_prompt
from kiosk.actions.keep_time import keep_time
from kiosk.actions.pair_device import pair_by_link
from kiosk.actions.set_flow import set_flow
from kiosk.actions.set_mood import set_mood
from kiosk.actions.set_next_round import set_next_round
from kiosk.actions.set_purposes import set_purposes
from kiosk.domain.attendee import Mood
from kiosk.domain.match import Answer
from kiosk.domain.plan import Why
from kiosk.domain.purpose import Purpose
from kiosk.domain.surroundings import Surroundings
from kiosk.screens.organizer import OrganizerScreen
from kiosk.screens.organizer import organizer_screen
from tests.conftest import Clock
from tests.party import LIMITS
from tests.party import Party


def console(party: Party) -> OrganizerScreen:
    return party.database.read(organizer_screen, party.database.clock(), LIMITS, Surroundings())


def test_who_waits_longest_without_a_meeting_is_named_first_with_what_keeps_them(party: Party, clock: Clock) -> None:
    party.walks_in("Ana")
    clock.pass_(minutes=10)
    ben, chen = party.arrives("Ben"), party.arrives("Chen")
    party.database.write(set_mood, ben, Mood.RESTING)
    screen = console(party)
    assert [(p.name, p.minutes_here, p.mood, p.has_phone) for p in screen.unmet] == [
        ("Ana", 10, Mood.FREE, False),
        ("Ben", 0, Mood.RESTING, False),
        ("Chen", 0, Mood.FREE, False),
    ]
    party.scans(ben, chen)
    screen = console(party)
    assert [p.name for p in screen.unmet] == ["Ana"]
    assert screen.met == 2


def test_who_was_left_out_of_the_last_round_is_named_with_the_reason_in_words(party: Party) -> None:
    seller, *listeners = (party.arrives(name) for name in ("Ana", "Ben", "Chen"))
    party.database.write(set_purposes, seller, [Purpose.FIND_CUSTOMERS])
    for who in listeners:
        party.database.write(set_purposes, who, [Purpose.LISTEN])
    party.round()
    screen = console(party)
    assert screen.round is not None
    assert (screen.round.running, screen.round.answering, screen.round.matches) == (True, True, 1)
    assert [(person.name, person.why) for person in screen.without] == [("Ana", Why.CROSS_PURPOSES.sentence)]


def test_whoever_may_still_be_asked_is_not_named_so_that_nobody_is_seen_to_have_said_no(
    party: Party, clock: Clock
) -> None:
    ana, _ben = party.arrives("Ana"), party.arrives("Ben")
    [match] = party.round()
    asked = console(party)
    assert asked.without == ()
    party.database.write(answer_prompt, match.id, ana, Answer.NOT_FOR_ME)
    assert console(party) == asked
    clock.pass_(seconds=120)
    party.database.write(keep_time)
    assert {person.name for person in console(party).without} == {"Ana", "Ben"}


def test_in_flow_everyone_free_is_named_with_what_they_wait_for(party: Party, clock: Clock) -> None:
    party.arrives("Ana")
    assert console(party).without == ()
    party.database.write(set_flow, True)
    assert [person.why for person in console(party).without] == [Why.ALONE.sentence]
    clock.pass_(minutes=2)
    ben = party.arrives("Ben")
    assert [(p.name, p.minutes_free) for p in console(party).without] == [("Ana", 2), ("Ben", 0)]
    party.database.write(agree_to_match, ben, False)
    whys = [person.why for person in console(party).without]
    assert whys[0] == Why.ALONE.sentence
    assert "said yes" in whys[1]


def test_flow_says_whether_it_goes_on(party: Party) -> None:
    for name in ("Ana", "Ben"):
        party.arrives(name)
    assert not console(party).flow.on
    party.database.write(set_flow, True)
    assert (console(party).flow.on, console(party).flow.paused) == (True, False)
    party.round()
    flow = console(party).flow
    assert (flow.on, flow.paused, flow.running) == (True, True, 1)


def test_a_round_that_is_set_says_when_it_starts_and_that_it_is_late(party: Party, clock: Clock) -> None:
    at = clock() + timedelta(minutes=1)
    party.database.write(set_next_round, at)
    assert (console(party).next_round_at, console(party).round_is_late) == (at, False)
    clock.pass_(minutes=1)
    assert console(party).round_is_late


def test_figures_are_about_the_evening(party: Party) -> None:
    ana = party.walks_in("Ana")
    party.arrives("Ben")
    party.database.write(pair_by_link, ana.link.token)
    screen = console(party)
    assert (screen.counts.here, screen.counts.free, screen.phones) == (2, 2, 1)
    assert screen.round is None
    assert screen.paired.screens == ()
