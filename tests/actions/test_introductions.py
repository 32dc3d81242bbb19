"""Someone introduces two people they met. Both are asked; whoever introduces them learns only that it is on or over."""

import pytest

from kiosk.actions.answer_prompt import answer_prompt
from kiosk.actions.block import block
from kiosk.actions.introduce import introduce
from kiosk.actions.keep_time import keep_time
from kiosk.actions.offer_introductions import offer_introductions
from kiosk.actions.offer_introductions import reason_introductions
from kiosk.actions.set_minor import set_minor
from kiosk.actions.set_mood import set_mood
from kiosk.domain.attendee import Mood
from kiosk.domain.fact import Fact
from kiosk.domain.fact import KeptToOneself
from kiosk.domain.introduction import Standing
from kiosk.domain.match import Answer
from kiosk.domain.origin import Occasion
from kiosk.domain.refusal import AlreadyMet
from kiosk.domain.refusal import SamePersonTwice
from kiosk.domain.refusal import TooManyIntroductions
from kiosk.domain.refusal import UnknownMeeting
from kiosk.screens.introductions import Started
from kiosk.screens.phone import Showing
from kiosk.store import matches
from tests.conftest import Clock
from tests.party import PACE
from tests.party import Party


class Circle:
    """Ana has met Ben, Chen and some more; what she starts is offered by `look`."""

    def __init__(self, party: Party) -> None:
        self.party = party
        self.ana, self.ben, self.chen = (party.arrives(name) for name in ("Ana", "Ben", "Chen"))
        self.meetings = {who: self.meets(self.ana, who) for who in (self.ben, self.chen)}

    def meets(self, one: str, other: str) -> str:
        return self.party.scans(one, other).id

    def introduces(self, one: str = "", other: str = "", line: str = "You both keep bees") -> None:
        pair = (self.meetings[one or self.ben], self.meetings[other or self.chen])
        self.party.database.write(introduce, self.ana, *pair, line)

    def look(self) -> None:
        reasoned = self.party.database.read_long(reason_introductions, self.party.topics, self.party.table, 1)
        self.party.database.write(offer_introductions, reasoned, PACE)
        self.party.database.write(keep_time)

    def answers(self, who: str, answer: Answer) -> None:
        [match] = self.party.database.read(matches.not_ended_of, who)
        self.party.database.write(answer_prompt, match.id, who, answer)

    def seen_by_ana(self) -> Started:
        [started] = self.party.phone(self.ana).introductions
        return started


@pytest.fixture
def circle(party: Party) -> Circle:
    return Circle(party)


def test_both_are_asked_and_read_who_introduces_them_and_why(party: Party, circle: Circle) -> None:
    circle.introduces()
    assert circle.seen_by_ana().standing is Standing.ASKED
    circle.look()
    for who in (circle.ben, circle.chen):
        screen = party.phone(who)
        assert screen.showing is Showing.PROMPT
        assert screen.prompt is not None
        assert screen.prompt.introduced is not None
        assert (screen.prompt.introduced.by, screen.prompt.introduced.line) == ("Ana", "You both keep bees")
    [match] = party.database.read(matches.not_ended)
    assert (match.origin.how, match.origin.introduced_by) == (Occasion.INTRODUCTION, circle.ana)
    assert party.phone(circle.ana).showing is Showing.FREE


def test_once_both_agree_all_three_see_the_sign_and_the_spot(party: Party, circle: Circle, told: list[Fact]) -> None:
    circle.introduces()
    circle.look()
    told.clear()
    circle.answers(circle.ben, Answer.GOING)
    assert KeptToOneself(circle.ana) not in told
    assert circle.seen_by_ana().beacon is None
    circle.answers(circle.chen, Answer.GOING)
    assert KeptToOneself(circle.ana) in told
    prompt = party.phone(circle.ben).prompt
    assert prompt is not None
    seen = circle.seen_by_ana()
    assert (seen.standing, seen.beacon, seen.spot) == (Standing.ON, prompt.beacon, prompt.spot)


@pytest.mark.parametrize("said", [(), ("ben",), ("ben", "chen")])
@pytest.mark.parametrize("no", [Answer.LATER, Answer.NOT_FOR_ME])
def test_whoever_says_no_it_is_over_for_who_introduced_them_at_the_deadline_and_not_before(
    party: Party, circle: Circle, clock: Clock, told: list[Fact], said: tuple[str, ...], no: Answer
) -> None:
    circle.introduces()
    circle.look()
    told.clear()
    before = party.phone(circle.ana)
    for name in said:
        circle.answers(getattr(circle, name), no)
    assert party.phone(circle.ana) == before
    assert KeptToOneself(circle.ana) not in told
    clock.pass_(seconds=120)
    circle.look()
    assert circle.seen_by_ana().standing is Standing.OVER
    assert KeptToOneself(circle.ana) in told


def test_who_is_not_free_is_asked_once_they_are(party: Party, circle: Circle, clock: Clock) -> None:
    party.database.write(set_mood, circle.ben, Mood.TALKING)
    circle.introduces()
    circle.look()
    assert party.phone(circle.chen).showing is Showing.FREE
    clock.pass_(minutes=5)
    party.database.write(set_mood, circle.ben, Mood.FREE)
    circle.look()
    assert party.phone(circle.chen).showing is Showing.PROMPT


@pytest.mark.parametrize("why", ["one blocks the other", "one blocks ana", "a minor", "talking"])
def test_why_two_are_never_asked_is_not_told(party: Party, circle: Circle, clock: Clock, why: str) -> None:
    match why:
        case "one blocks the other":
            party.database.write(block, circle.chen, circle.ben)
        case "one blocks ana":
            party.database.write(block, circle.chen, circle.ana)
        case "a minor":
            party.database.write(set_minor, circle.ben, True)
        case _:
            party.database.write(set_mood, circle.ben, Mood.TALKING)
    circle.introduces()
    circle.look()
    assert circle.seen_by_ana().standing is Standing.ASKED
    assert party.database.read(matches.not_ended) == []
    clock.pass_(minutes=15)
    circle.look()
    assert circle.seen_by_ana().standing is Standing.OVER
    party.database.write(set_mood, circle.ben, Mood.FREE)
    circle.look()
    assert party.database.read(matches.not_ended) == []


def test_asked_twice_is_asked_once(party: Party, circle: Circle) -> None:
    for _ in range(2):
        circle.introduces()
        circle.look()
        circle.introduces(circle.chen, circle.ben)
    assert len(party.phone(circle.ana).introductions) == 1


def test_one_introduces_people_one_met_and_who_have_not_met_each_other(party: Party, circle: Circle) -> None:
    with pytest.raises(SamePersonTwice):
        circle.introduces(circle.ben, circle.ben)
    others = circle.meets(circle.ben, party.arrives("Dora"))
    with pytest.raises(UnknownMeeting):
        party.database.write(introduce, circle.ana, circle.meetings[circle.ben], others, "")
    circle.meets(circle.ben, circle.chen)
    with pytest.raises(AlreadyMet):
        circle.introduces()


def test_three_at_most_are_under_way_at_once(party: Party, circle: Circle, clock: Clock) -> None:
    for n in range(3):
        who = party.arrives(f"Person {n}")
        circle.meetings[who] = circle.meets(circle.ana, who)
        circle.introduces(circle.ben, who)
    with pytest.raises(TooManyIntroductions):
        circle.introduces()
    clock.pass_(minutes=15)
    circle.look()
    circle.introduces()
