"""The report is about the evening: counts, and no one's name."""

import re

import pytest

from kiosk.actions.answer_prompt import answer_prompt
from kiosk.actions.check_in import check_in
from kiosk.actions.end_round import end_round
from kiosk.actions.forget import forget_now
from kiosk.actions.leave import leave
from kiosk.actions.start_round import plan_next_round
from kiosk.actions.start_round import start_round
from kiosk.actions.state_topic import state_topic
from kiosk.afterwards.report import report_html
from kiosk.domain.chance import Share
from kiosk.domain.match import Answer
from kiosk.domain.statement import Kind
from kiosk.domain.topic import Topics
from kiosk.evening import Evening
from kiosk.screens.review import Review
from kiosk.screens.review import review
from kiosk.store import matches
from tests.afterwards.conftest import written
from tests.conftest import Clock
from tests.party import PACE
from tests.party import Party


def reviewed(party: Party) -> Review:
    return party.database.read(review, party.topics)


def test_who_met_at_least_one_three_and_five_is_counted_among_those_who_came(party: Party) -> None:
    ana, *others = (party.arrives(name) for name in ("Ana", "Ben", "Chen", "Dora", "Emil", "Fay", "Gus"))
    for other in others[:5]:
        party.scans(ana, other)
    party.scans(others[0], others[1])
    assert reviewed(party).met == ((1, Share(6, 7)), (3, Share(1, 7)), (5, Share(1, 7)))


def test_a_person_is_counted_when_they_first_came(party: Party, clock: Clock) -> None:
    ana = party.arrives("Ana")
    clock.pass_(minutes=40)
    party.database.write(leave, ana)
    party.arrives("Ben")
    party.database.write(check_in, ana, "Door left", "Ana comes back")
    seen = reviewed(party)
    assert seen.slot_minutes == 5
    assert [slot.people for slot in seen.arrivals] == [1, *[0] * 7, 1]
    assert seen.came == seen.walked_in == 2


@pytest.mark.parametrize(("hours", "slot_minutes"), [(0, 5), (3, 10), (30, 120), (2000, 1440)])
def test_arrivals_make_a_picture_however_far_apart(
    party: Party, clock: Clock, evening: Evening, hours: int, slot_minutes: int
) -> None:
    party.arrives("Ana")
    clock.pass_(hours=hours)
    party.arrives("Ben")
    seen = reviewed(party)
    assert seen.slot_minutes == slot_minutes
    assert sum(slot.people for slot in seen.arrivals) == 2
    assert (b'class="arrivals"' in report_html(seen, evening)) is (hours > 0)  # all at once are one bar: no picture


def test_a_topic_of_two_people_is_not_named(party: Party, topics: Topics, evening: Evening) -> None:
    for name, stated in (("Ana", "glass blowing"), ("Ben", "glass blowing"), ("Chen", "gardens")):
        party.database.write(state_topic, party.arrives(name), Kind.INTEREST, stated, topics)
    assert reviewed(party).topics == ()
    party.database.write(state_topic, party.arrives("Dora"), Kind.ASK, "glass blowing", topics)
    assert [(topic.name, topic.people) for topic in reviewed(party).topics] == [("glass blowing", 3)]


def test_rounds_are_told_with_what_came_of_them_and_chance_where_it_was_drawn(party: Party, clock: Clock) -> None:
    for number in range(12):
        party.arrives(f"Guest {number}")
    planned = party.database.read_long(plan_next_round, clock.now, party.topics, party.table, 1, 0.5)
    started = party.database.write(start_round, planned, PACE)
    first, second, *_ = party.database.read(matches.of_round, started.id)
    for match in (first, second):
        for who in match.attendee_ids:
            party.database.write(answer_prompt, match.id, who, Answer.GOING)
    party.scans(first.attendee_ids[0], first.attendee_ids[1])
    party.database.write(end_round)

    seen = reviewed(party)
    [round_] = seen.made
    assert (round_.at, round_.matches, round_.on, round_.met) == (clock.now, 6, 2, 1)
    assert seen.chance
    assert (seen.chance.best.of + seen.chance.random.of, seen.chance.best.count + seen.chance.random.count) == (12, 2)
    assert not seen.chance.tells


def test_without_a_random_share_nothing_is_said_of_chance(party: Party, evening: Evening) -> None:
    party.arrives("Ana")
    party.arrives("Ben")
    party.round()
    assert reviewed(party).chance is None
    assert b"against chance" not in report_html(reviewed(party), evening)


def test_no_name_stands_in_the_report_and_it_needs_nothing_beside_it(
    evening: Evening, ids: dict[str, str], topics: Topics
) -> None:
    page = written(evening, topics)["report.html"].decode()
    words = re.sub(r"base64,[A-Za-z0-9+/=]+", "", page)
    assert not any(re.search(rf"\b{name}\b", words) for name in ids)
    assert not any(who in words for who in ids.values())
    assert not re.search(r"<script|https?:|<link|<img", words)


def test_an_evening_before_it_began_and_one_that_is_forgotten_have_a_report_too(evening: Evening, party: Party) -> None:
    assert b"Nobody has come yet." in report_html(reviewed(party), evening)
    party.arrives("Ana")
    party.database.write(forget_now)
    assert b"Nobody has come yet." in report_html(reviewed(party), evening)
