"""What the room may read, and what it may not."""

from datetime import timedelta

import pytest
import sqlalchemy as sa

from kiosk.actions.agree_to_match import agree_to_match
from kiosk.actions.answer_prompt import answer_prompt
from kiosk.actions.hold_scene import hold_scene
from kiosk.actions.keep_time import keep_time
from kiosk.actions.set_next_round import set_next_round
from kiosk.actions.set_shown import set_shown
from kiosk.actions.state_topic import state_topic
from kiosk.domain.match import Answer
from kiosk.domain.refusal import BadInput
from kiosk.domain.scene import Scene
from kiosk.domain.statement import Kind
from kiosk.screens.projector import AT_ONCE
from kiosk.screens.projector import ProjectorScreen
from kiosk.screens.projector import projector_screen
from tests.conftest import Clock
from tests.party import Party


def wall(party: Party) -> ProjectorScreen:
    return party.database.read(projector_screen, party.database.clock(), party.topics)


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


def test_the_room_is_drawn_without_a_name_or_an_id(party: Party) -> None:
    people = [party.arrives(f"Guest {n}") for n in range(4)]
    party.scans(people[0], people[1])
    screen = wall(party)
    assert (screen.scene, screen.met) == (Scene.ROOM, 2)
    assert screen.picture is not None
    assert (len(screen.picture.dots), len(screen.picture.lines)) == (4, 1)
    for who in people:
        assert who not in repr(screen)
        assert party.person(who).name not in repr(screen)


def test_only_interests_of_those_who_may_be_matched_gather(party: Party) -> None:
    people = [party.arrives(f"Guest {n}") for n in range(4)]
    for who in people[:3]:
        party.database.write(state_topic, who, Kind.INTEREST, "bees", party.topics)
    assert party.database.read(pictured_topics, party) == ("beekeeping",)
    party.database.write(agree_to_match, people[0], False)
    assert party.database.read(pictured_topics, party) == ()


def pictured_topics(connection: sa.Connection, party: Party) -> tuple[str, ...]:
    picture = projector_screen(connection, party.database.clock(), party.topics).picture
    assert picture is not None
    return picture.gathers


def test_what_nobody_here_offers_is_asked_of_the_room(party: Party) -> None:
    ana, ben, _chen = (party.arrives(name) for name in ("Ana", "Ben", "Chen"))
    party.database.write(state_topic, ana, Kind.ASK, "bees", party.topics)
    assert wall(party).asks == (("beekeeping",),)
    party.database.write(state_topic, ben, Kind.OFFER, "beekeeping", party.topics)
    assert wall(party).asks == ()


def test_only_topics_are_asked_of_the_room_and_only_with_consent(party: Party) -> None:
    ana, ben, _chen = (party.arrives(name) for name in ("Ana", "Ben", "Chen"))
    party.database.write(state_topic, ana, Kind.ASK, "a flat for Ana and her two cats", party.topics)
    party.database.write(state_topic, ben, Kind.ASK, "gardens", party.topics)
    party.database.write(agree_to_match, ben, False)
    assert wall(party).asks == ()


def test_a_scene_stays_as_long_as_the_organizer_holds_it(party: Party) -> None:
    for n in range(4):
        party.arrives(f"Guest {n}")
    party.database.write(hold_scene, Scene.THANKS)
    assert wall(party).scene is Scene.THANKS
    party.round()
    assert wall(party).scene is Scene.THANKS
    party.database.write(hold_scene, None)
    assert wall(party).scene is Scene.MEET
    with pytest.raises(BadInput):
        party.database.write(hold_scene, Scene.COUNTDOWN)


def test_the_last_minute_before_the_next_round_is_counted_down(party: Party, clock: Clock) -> None:
    for n in range(4):
        party.arrives(f"Guest {n}")
    party.database.write(set_next_round, clock() + timedelta(minutes=2))
    assert wall(party).next_round_at == clock() + timedelta(minutes=2)
    clock.pass_(seconds=80)
    screen = wall(party)
    assert (screen.scene, screen.seconds_to_round) == (Scene.COUNTDOWN, 40)
    clock.pass_(seconds=40)
    assert wall(party).scene is Scene.ROOM
