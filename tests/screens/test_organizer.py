"""The organizer's evening."""

from kiosk.actions.meet import meet_by_badge
from kiosk.actions.pair_device import pair_by_link
from kiosk.actions.set_mood import set_mood
from kiosk.actions.set_purposes import set_purposes
from kiosk.domain.attendee import Mood
from kiosk.domain.matching import Why
from kiosk.domain.purpose import Purpose
from kiosk.screens.organizer import OrganizerScreen
from kiosk.screens.organizer import organizer_screen
from tests.conftest import Clock
from tests.party import Party


def console(party: Party) -> OrganizerScreen:
    return party.database.read(organizer_screen, party.database.clock())


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
    party.database.write(meet_by_badge, ben, party.person(chen).badge_code)
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
    assert {person.name: person.why for person in screen.unmet} == {
        "Ana": Why.CROSS_PURPOSES.sentence,
        "Ben": "",
        "Chen": "",
    }


def test_figures_are_about_the_evening(party: Party) -> None:
    ana = party.walks_in("Ana")
    party.arrives("Ben")
    party.database.write(pair_by_link, ana.link.token)
    screen = console(party)
    assert (screen.counts.here, screen.counts.free, screen.phones) == (2, 2, 1)
    assert screen.round is None
    assert screen.devices == ()
