"""What the room may read, and what it may not."""

from kiosk.actions.answer_prompt import answer_prompt
from kiosk.actions.keep_time import keep_time
from kiosk.actions.set_shown import set_shown
from kiosk.domain.match import Answer
from kiosk.screens.projector import AT_ONCE
from kiosk.screens.projector import ProjectorScreen
from kiosk.screens.projector import projector_screen
from tests.conftest import Clock
from tests.party import Party


def wall(party: Party) -> ProjectorScreen:
    return party.database.read(projector_screen, party.database.clock())


def test_at_rest_it_shows_figures_about_the_evening(party: Party) -> None:
    party.arrives("Ana")
    screen = wall(party)
    assert (screen.here, screen.met, screen.pages) == (1, 0, ())


def test_a_name_is_there_only_with_that_persons_consent(party: Party) -> None:
    ana, _ben = party.arrives("Ana García"), party.arrives("Ben Okafor")
    party.round()
    [[pair]] = wall(party).pages
    assert (pair.names, pair.unnamed) == ((), 2)
    party.database.write(set_shown, ana, True)
    [[pair]] = wall(party).pages
    assert (pair.names, pair.unnamed) == (("Ana",), 1)
    party.database.write(set_shown, ana, False)
    assert wall(party).pages[0][0].names == ()


def test_never_more_than_six_at_once(party: Party) -> None:
    for n in range(30):
        party.arrives(f"Person {n}")
    party.round()
    screen = wall(party)
    assert [len(page) for page in screen.pages] == [AT_ONCE, AT_ONCE, 3]
    assert screen.pairs == 15


def test_a_no_does_not_change_the_wall_before_the_deadline(party: Party, clock: Clock) -> None:
    people = [party.arrives(name) for name in ("Ana", "Ben", "Chen", "Dora")]
    before = party.round()
    shown = wall(party)
    for match in before:
        for who in match.attendee_ids:
            party.database.write(answer_prompt, match.id, who, Answer.NOT_FOR_ME)
    assert wall(party) == shown
    clock.pass_(seconds=121)
    party.database.write(keep_time)
    assert wall(party).pages == ()
    assert len(people) == 4


def test_while_people_talk_those_who_are_on_stay_in_sight(party: Party, clock: Clock) -> None:
    people = [party.arrives(name) for name in ("Ana", "Ben")]
    [match] = party.round()
    for who in people:
        party.database.write(answer_prompt, match.id, who, Answer.GOING)
    clock.pass_(seconds=121)
    party.database.write(keep_time)
    screen = wall(party)
    assert (screen.answering, screen.talking, screen.pairs) == (False, True, 1)
    assert screen.seconds_left == 12 * 60 - 121


def test_without_a_round_the_matches_are_there_and_no_clock(party: Party) -> None:
    party.matched(party.arrives("Ana"), party.arrives("Ben"))
    screen = wall(party)
    assert (screen.answering, screen.talking, screen.seconds_left, screen.pairs) == (True, False, None, 1)


def test_a_name_in_a_second_match_does_not_tell_the_first_of_a_no(party: Party, clock: Clock) -> None:
    ana, ben, chen = (party.arrives(name) for name in ("Ana", "Ben", "Chen"))
    for who in (ana, ben, chen):
        party.database.write(set_shown, who, True)
    first = party.matched(ana, ben, answer_s=120)
    party.database.write(answer_prompt, first.id, ana, Answer.NOT_FOR_ME)
    clock.pass_(seconds=10)
    party.matched(ana, chen)
    assert [(pair.names, pair.unnamed) for pair in wall(party).pages[0]] == [(("Ana", "Ben"), 0), (("Chen",), 1)]
    clock.pass_(seconds=110)
    party.database.write(keep_time)
    assert [(pair.names, pair.unnamed) for pair in wall(party).pages[0]] == [(("Ana", "Chen"), 0)]
