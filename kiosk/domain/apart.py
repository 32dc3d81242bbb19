"""Who is kept apart without a word: those who came together, and those who work together."""

from collections import defaultdict
from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
from datetime import timedelta
from itertools import combinations

from kiosk.domain.attendee import Attendee
from kiosk.domain.text import fold

TOGETHER = timedelta(minutes=1)
"""Two of one registration who arrive within it came together and know each other."""


def kept_apart(people: Sequence[Attendee]) -> frozenset[frozenset[str]]:
    """The pairs of these people that are kept apart.

    Colleagues are unless both say that colleagues are fine; where a company makes up more than half of the people, it
    is its own evening, and working there tells nobody apart.
    """
    apart: set[frozenset[str]] = set()
    for colleagues in _with_the_same(people, lambda person: fold(person.company)):
        if 2 * len(colleagues) <= len(people):
            fine_with_it = (person for person in colleagues if person.meets_colleagues)
            apart.update(_pairs(colleagues))
            apart.difference_update(_pairs(fine_with_it))
    for registered in _with_the_same(people, lambda person: person.registration):
        apart.update(
            frozenset((one.id, other.id)) for one, other in combinations(registered, 2) if _arrived_together(one, other)
        )
    return frozenset(apart)


def _with_the_same(people: Iterable[Attendee], key: Callable[[Attendee], str]) -> Iterable[list[Attendee]]:
    """Those with the same key; who has none is with nobody."""
    groups: dict[str, list[Attendee]] = defaultdict(list)
    for person in people:
        groups[key(person)].append(person)
    groups.pop("", None)
    return groups.values()


def _pairs(people: Iterable[Attendee]) -> Iterator[frozenset[str]]:
    """All pairs; of a thousand people with few companies there are fifty thousand."""
    return map(frozenset, combinations([person.id for person in people], 2))


def _arrived_together(one: Attendee, other: Attendee) -> bool:
    if one.arrived_at is None or other.arrived_at is None:
        return False
    return abs(one.arrived_at - other.arrived_at) <= TOGETHER
