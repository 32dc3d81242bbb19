"""Who is kept apart without a word: those who came together, and those who work together."""

from collections import Counter
from collections import defaultdict
from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
from datetime import timedelta
from itertools import chain
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
    companies = {person.id: fold(person.company) for person in people}
    common = {company for company, how_many in Counter(companies.values()).items() if 2 * how_many > len(people)}

    def workplace(person: Attendee) -> str:
        return "" if companies[person.id] in common else companies[person.id]

    colleagues = (
        (one, other)
        for one, other in _pairs(people, workplace)
        if not (one.meets_colleagues and other.meets_colleagues)
    )
    together = (pair for pair in _pairs(people, lambda person: person.registration) if _arrived_together(*pair))
    return frozenset(frozenset((one.id, other.id)) for one, other in chain(colleagues, together))


def _pairs(people: Iterable[Attendee], key: Callable[[Attendee], str]) -> Iterator[tuple[Attendee, Attendee]]:
    """All pairs with the same key; who has none is in no pair."""
    groups: dict[str, list[Attendee]] = defaultdict(list)
    for person in people:
        groups[key(person)].append(person)
    groups.pop("", None)
    for group in groups.values():
        yield from combinations(group, 2)


def _arrived_together(one: Attendee, other: Attendee) -> bool:
    if one.arrived_at is None or other.arrived_at is None:
        return False
    return abs(one.arrived_at - other.arrived_at) <= TOGETHER
