"""A no and silence are one to the others: the same evening lived twice, once with each, is the same to them byte for
byte and at the same moments, before the prompt's own deadline, at it and after it."""

from hypothesis import HealthCheck
from hypothesis import Phase
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from kiosk.domain.attendee import Mood
from kiosk.domain.match import Answer
from kiosk.domain.match import WhyNot
from tests.flows.test_random_evenings import NOS
from tests.flows.test_random_evenings import an_evening

Deed = tuple[object, ...]
SAYS_NO = 0
"""Who of the match does; everyone else in it looks on."""


@st.composite
def evenings(draw: st.DrawFn) -> tuple[int, list[Deed], int]:
    """How many are matched, what the others do, and before which of it the no is said."""
    several = draw(st.sampled_from((2, 3)))
    other = st.integers(1, several - 1)
    deeds = st.one_of(
        st.tuples(st.just("answers"), other, st.sampled_from(Answer), st.none()),
        st.tuples(st.just("answers"), other, st.just(Answer.GOING), st.none()),
        st.tuples(st.sampled_from(("says_met", "searches", "pauses", "leaves", "comes_back")), other),
        st.tuples(st.just("turns"), other, st.sampled_from(Mood)),
        st.tuples(st.just("passes"), st.sampled_from((1, 30, 90))),
    )
    done = draw(st.lists(deeds, min_size=1, max_size=8))
    return several, done, draw(st.integers(0, len(done)))


def lived(several: int, deeds: list[Deed], at: int, no: Deed | None) -> list[object]:
    """What the others' sockets are sent and what their phones show, step by step; `no` is said before step `at`."""
    with an_evening() as evening:
        match = evening.party.matched(*evening.people[1:several], evening.people[SAYS_NO])
        evening.hears()
        looking_on = [who for who in match.attendee_ids if who != evening.people[SAYS_NO]]
        steps: list[Deed | None] = [*deeds[:at], no, *deeds[at:], ("passes", 121), ("passes", 800)]
        seen: list[object] = []
        for step in steps:
            if step is not None:
                evening.does(step)
            said = evening.last_said
            seen.append([said.get(f"phone:en:{who}", []) for who in looking_on])
            seen.append([evening.party.phone(who) for who in looking_on])
            evening.last_said = {}
        return seen


@settings(
    max_examples=12,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.generate),
)
@given(evenings(), st.sampled_from(NOS), st.sampled_from((None, *WhyNot)))
def test_a_no_and_silence_are_one_to_the_others(
    evening: tuple[int, list[Deed], int], answer: Answer, why_not: WhyNot | None
) -> None:
    no = ("answers", SAYS_NO, answer, why_not)
    assert lived(*evening, no) == lived(*evening, None)
