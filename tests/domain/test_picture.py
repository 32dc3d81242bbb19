"""What the room's picture shows, and that nobody is to be told from it."""

from random import Random

from kiosk.domain.picture import ALONE
from kiosk.domain.picture import MOST_DOTS
from kiosk.domain.picture import MOST_GATHERS
from kiosk.domain.picture import MOST_LINES
from kiosk.domain.picture import draw


def people(count: int) -> list[str]:
    return [f"person{number:010}" for number in range(count)]


def test_everyone_here_is_a_dot_and_a_meeting_a_line() -> None:
    ana, ben, chen = people(3)
    picture = draw([ana, ben, chen], {}, [(ana, ben), (ana, "someone who left")])
    assert len(picture.dots) == 3
    assert len(picture.lines) == 1
    [(one, other)] = picture.lines
    alone = draw([ana, ben], {}, [])
    assert {picture.dots[one], picture.dots[other]} == set(alone.dots), "the line is between those two"


def test_a_topic_gathers_from_three_on() -> None:
    ana, ben, chen, dora = here = people(4)
    two = draw(here, {ana: ["bees"], ben: ["bees"]}, [])
    assert two.gathers == ()
    assert {place for _, place in two.dots} == {ALONE}
    three = draw(here, {ana: ["bees"], ben: ["bees"], chen: ["bees", "bees"]}, [])
    assert three.gathers == ("bees",)
    assert sorted(place for _, place in three.dots) == [ALONE, 0, 0, 0]
    assert dora in here


def test_only_those_who_are_here_count() -> None:
    ana, ben, chen = people(3)
    assert draw([ana, ben], {who: ["bees"] for who in (ana, ben, chen)}, []).gathers == ()


def test_the_rarest_of_what_one_shares_gathers() -> None:
    here = people(8)
    interests = {who: ["music"] for who in here} | {who: ["music", "bees"] for who in here[:3]}
    picture = draw(here, interests, [])
    assert picture.gathers == ("bees", "music")
    assert [place for _, place in picture.dots].count(0) == 3


def test_a_dot_keeps_its_id_and_says_nothing_of_the_person() -> None:
    here = people(20)
    before, after = draw(here, {}, []), draw(here[1:], {}, [])
    assert {dot for dot, _ in after.dots} < {dot for dot, _ in before.dots}
    assert "person" not in repr(before)
    assert draw(list(reversed(here)), {}, []) == before, "in no order of arrival"


def test_it_never_holds_more_than_an_old_laptop_draws() -> None:
    random = Random(1)
    here = people(MOST_DOTS + 500)
    interests = {who: [f"topic {random.randrange(30)}"] for who in here}
    pairs = [(random.choice(here), random.choice(here)) for _ in range(6 * MOST_LINES)]
    picture = draw(here, interests, pairs)
    assert (len(picture.dots), len(picture.lines), len(picture.gathers)) == (MOST_DOTS, MOST_LINES, MOST_GATHERS)
    assert all(place < len(picture.gathers) for _, place in picture.dots)
    assert all(max(line) < len(picture.dots) for line in picture.lines)
