"""What may follow what in a prompt's life: every state against every event, each cell covered or refused by name."""

from collections.abc import Callable

import pytest

from kiosk.domain.finding import moved
from kiosk.domain.finding import searched
from kiosk.domain.match import Match
from kiosk.domain.match import State
from kiosk.domain.match import answered
from kiosk.domain.match import ended
from kiosk.domain.match import expired
from kiosk.domain.match import gone
from kiosk.domain.match import met
from kiosk.domain.match import said_met
from kiosk.domain.refusal import PromptOver
from kiosk.domain.refusal import Refused
from kiosk.domain.refusal import SpotStands
from tests.domain.test_match import GOING
from tests.domain.test_match import LATE
from tests.domain.test_match import LATER
from tests.domain.test_match import NO
from tests.domain.test_match import NOW
from tests.domain.test_match import after
from tests.domain.test_match import offered
from tests.domain.test_match import states

EVENTS: dict[str, Callable[[Match], Match]] = {
    "going": lambda match: answered(match, "ana", GOING, NOW),
    "later": lambda match: answered(match, "ana", LATER, NOW),
    "no": lambda match: answered(match, "ana", NO, NOW),
    "late": lambda match: answered(match, "ana", GOING, LATE),
    "we_met": lambda match: said_met(match, "ana")[0],
    "scan": lambda match: met(match, "ana", "ben", NOW),
    "find": lambda match: searched(match, "ana"),
    "spot": lambda match: moved(match, "ana", "garden"),
    "leave": lambda match: gone(match, "ana", NOW),
    "deadline": expired,
    "end": lambda match: ended(match, LATE),
}
"""What can happen to Ana's prompt. `late` is a yes after the deadline that the clock has not looked at yet."""

REFUSED: dict[str, type[Refused]] = {"over": PromptOver, "stands": SpotStands}

# Read: Ana's state, then what becomes of Ana/Ben by each event. A letter for a state; a word for a refusal.
LETTERS = {
    **{"o": State.OFFERED, "a": State.ACCEPTED, "n": State.ON, "m": State.MET, "-": State.MISSED},
    **{"l": State.LATER, "d": State.DECLINED, "x": State.EXPIRED},
}

PAIR = """
            going  later  no    late  we_met  scan  find  spot  leave  deadline  end
offered     a/o    l/o    d/o   over  over    m/m   over  over  x/x    x/x       x/x
accepted    a/o    l/o    d/o   a/o   over    m/m   over  over  x/x    x/x       x/x
on          n/n    -/-    -/-   n/n   n/n     m/m   n/n   n/n   x/-    n/n       -/-
met         over   over   over  over  m/m     m/m   over  over  m/m    m/m       m/m
missed      over   over   over  over  over    m/m   over  over  -/-    -/-       -/-
later       over   l/o    over  over  over    m/m   over  over  x/x    l/x       l/x
declined    over   over   d/o   over  over    m/m   over  over  x/x    d/x       d/x
expired     over   over   over  over  over    m/m   over  over  x/x    x/x       x/x
"""

TRIO = """
            going  later  no     late  we_met  scan   find   spot    leave  deadline  end
offered     a/o/o  l/o/o  d/o/o  over  over    m/m/o  over   over    x/o/o  x/x/x     x/x/x
accepted    a/o/o  l/o/o  d/o/o  a/o/o over    m/m/o  over   over    x/o/o  x/x/x     x/x/x
on          n/n/o  -/a/o  -/a/o  n/n/o n/n/o   m/m/o  n/n/o  stands  x/a/o  n/n/x     -/-/x
met         over   over   over   over  m/m/o   m/m/o  over   over    m/m/o  m/m/x     m/m/x
missed      over   over   over   over  over    m/m/o  over   over    x/a/o  -/x/x     -/x/x
later       over   l/o/o  over   over  over    l/m/o  over   over    x/o/o  l/x/x     l/x/x
declined    over   over   d/o/o  over  over    d/m/o  over   over    x/o/o  d/x/x     d/x/x
expired     over   over   over   over  over    m/m/o  over   over    x/o/o  x/x/x     x/x/x
"""
"""Of three, Chen has answered nothing."""


def in_state(state: State, *people: str) -> Match:
    """A match in which Ana's prompt is in this state."""
    match = offered(*people)
    on = after(match, ("ana", GOING), ("ben", GOING))
    return {
        State.OFFERED: match,
        State.ACCEPTED: after(match, ("ana", GOING)),
        State.ON: on,
        State.MET: met(on, "ana", "ben", NOW),
        State.MISSED: after(on, ("ana", NO)),
        State.LATER: after(match, ("ana", LATER)),
        State.DECLINED: after(match, ("ana", NO)),
        State.EXPIRED: gone(match, "ana", NOW),
    }[state]


def cells(table: str, *people: str) -> list[tuple[tuple[str, ...], State, str, str]]:
    header, *rows = (line.split() for line in table.strip().splitlines())
    assert header == list(EVENTS), "every event has a column"
    assert [row[0] for row in rows] == list(map(str, (*ORDER,))), "every state has a row"
    return [(people, State(row[0]), event, cell) for row in rows for event, cell in zip(header, row[1:], strict=True)]


ORDER = (
    *(State.OFFERED, State.ACCEPTED, State.ON, State.MET, State.MISSED, State.LATER, State.DECLINED, State.EXPIRED),
)
CELLS = [*cells(PAIR, "ana", "ben"), *cells(TRIO, "ana", "ben", "chen")]


def test_every_state_is_in_the_table() -> None:
    assert set(ORDER) == set(State)
    assert all(in_state(state, "ana", "ben").prompt_of("ana").state is state for state in State)


@pytest.mark.parametrize(("people", "state", "event", "becomes"), CELLS)
def test_what_follows_is_what_the_table_says(people: tuple[str, ...], state: State, event: str, becomes: str) -> None:
    match = in_state(state, *people)
    if becomes in REFUSED:
        with pytest.raises(REFUSED[becomes]):
            EVENTS[event](match)
    else:
        assert states(EVENTS[event](match)) == [LETTERS[letter].value for letter in becomes.split("/")]
