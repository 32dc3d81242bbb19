"""What the room may read, and what it may not."""

from kiosk.actions.answer_prompt import answer_prompt
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
    assert wall(party).pages == ()
    assert len(people) == 4


def test_while_people_talk_those_who_are_on_stay_in_sight(party: Party, clock: Clock) -> None:
    people = [party.arrives(name) for name in ("Ana", "Ben")]
    [match] = party.round()
    for who in people:
        party.database.write(answer_prompt, match.id, who, Answer.GOING)
    clock.pass_(seconds=121)
    screen = wall(party)
    assert (screen.answering, screen.talking, screen.pairs) == (False, True, 1)
    assert screen.seconds_left == 12 * 60 - 121
