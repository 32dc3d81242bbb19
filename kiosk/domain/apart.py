"""Who is kept apart without a word: those who came together, and those who work together."""

from collections import defaultdict
from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import timedelta
from itertools import combinations

from kiosk.domain.attendee import Attendee
from kiosk.domain.text import fold

TOGETHER = timedelta(minutes=1)
"""Two of one registration who arrive within it came together and know each other."""


@dataclass(frozen=True, slots=True)
class Apart:
    """People of whom any two are kept apart, but for two who are both `fine` with meeting.

    Not pair by pair: of five thousand people with few companies there would be a million.
    """

    people: frozenset[str]
    fine: frozenset[str] = frozenset()

    def among(self, ids: AbstractSet[str]) -> "Apart":
        return Apart(self.people & ids, self.fine & ids)

    def keeps(self, pair: frozenset[str]) -> bool:
        return pair <= self.people and not pair <= self.fine


def kept_apart(people: Sequence[Attendee]) -> tuple[Apart, ...]:
    """Who of these people is kept apart.

    Colleagues are unless both say that colleagues are fine; where a company makes up more than half of the people, it
    is its own evening, and working there tells nobody apart.
    """
    colleagues = (
        Apart(_ids(group), _ids(person for person in group if person.meets_colleagues))
        for group in _with_the_same(people, lambda person: fold(person.company))
        if 2 * len(group) <= len(people)
    )
    together = (
        Apart(_ids(pair))
        for group in _with_the_same(people, lambda person: person.registration)
        for pair in combinations(group, 2)
        if _arrived_together(*pair)
    )
    return tuple(apart for apart in (*colleagues, *together) if len(apart.people) > 1)


def not_apart(pairs: Iterable[frozenset[str]], apart: Iterable[Apart]) -> frozenset[frozenset[str]]:
    """Those of the pairs that nothing keeps apart."""
    groups: dict[str, list[Apart]] = defaultdict(list)
    for group in apart:
        for who in group.people:
            groups[who].append(group)
    return frozenset(pair for pair in pairs if not any(group.keeps(pair) for group in groups[min(pair)]))


def _ids(people: Iterable[Attendee]) -> frozenset[str]:
    return frozenset(person.id for person in people)


def _with_the_same(people: Iterable[Attendee], key: Callable[[Attendee], str]) -> Iterable[list[Attendee]]:
    """Those with the same key; who has none is with nobody."""
    groups: dict[str, list[Attendee]] = defaultdict(list)
    for person in people:
        groups[key(person)].append(person)
    groups.pop("", None)
    return groups.values()


def _arrived_together(one: Attendee, other: Attendee) -> bool:
    if one.arrived_at is None or other.arrived_at is None:
        return False
    return abs(one.arrived_at - other.arrived_at) <= TOGETHER
