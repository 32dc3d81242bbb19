"""Who a row of a guest list is: the keys a person is found again by, in the same list and in the next."""

from collections import defaultdict
from collections.abc import Hashable
from collections.abc import Iterable
from collections.abc import Sequence
from typing import Generic
from typing import TypeVar

from kiosk.domain.text import fold

Person = TypeVar("Person", bound=Hashable)

KEY_LIMIT = 400
"""Characters of a key that are kept."""

_EMAIL, _TICKET, _NAME = "email:", "ticket:", "name:"


def keys_of(name: str, company: str, email: str, tickets: Iterable[str]) -> tuple[str, ...]:
    """The keys of one person, the strongest first; the last is always their name with their company.

    >>> keys_of("Ann Lee", "", "Ann@Example.org", ["7"])
    ('email:ann@example.org', 'ticket:7', 'name:ann lee|')
    """
    keys = [f"{_EMAIL}{email.casefold()}"] if email else []
    keys += [f"{_TICKET}{ticket}" for ticket in tickets if ticket]
    keys.append(f"{_NAME}{fold(name) or name}|{fold(company)}")
    return tuple(dict.fromkeys(key[:KEY_LIMIT] for key in keys))


def is_address(key: str) -> bool:
    return key.startswith(_EMAIL)


class Roll(Generic[Person]):
    """The people known so far. An address or a ticket finds a person; the name only where one side has nothing else.

    Two tickets bought with one address are two people unless their names agree, and so are two addresses on what may
    be the number of a kind of ticket. A wrong match would keep somebody off the list, a missed one only doubles a row.
    """

    def __init__(self) -> None:
        self._people: dict[str, list[Person]] = defaultdict(list)
        self._keys: dict[Person, set[str]] = defaultdict(set)
        self._by_name_alone: dict[str, set[Person]] = defaultdict(set)

    def add(self, person: Person, keys: Iterable[str]) -> None:
        """Someone new, or further keys of someone known."""
        for key in keys:
            if key not in self._keys[person]:
                self._keys[person].add(key)
                self._people[key].append(person)
        names = [key for key in self._keys[person] if key.startswith(_NAME)]
        for name in names:
            if len(names) == len(self._keys[person]):
                self._by_name_alone[name].add(person)
            else:
                self._by_name_alone[name].discard(person)

    def find(self, keys: Sequence[str]) -> Person | None:
        """Who these keys are, or None for somebody new."""
        strong = [key for key in keys if not key.startswith(_NAME)]
        names = [key for key in keys if key.startswith(_NAME)]
        for key in strong:
            for person in self._people.get(key, ()):
                if not self._speaks_against(person, key, strong, names):
                    return person
        by_name_alone = {person for name in names for person in self._by_name_alone.get(name, ())}
        namesakes = {person for name in names for person in self._people.get(name, ())[:2]}  # two are too many to guess
        found = by_name_alone if strong or by_name_alone else namesakes
        return next(iter(found)) if len(found) == 1 else None

    def own(self, keys: Iterable[str], person: Person | None = None) -> tuple[str, ...]:
        """Those of `keys` that are this person's: an address or a ticket belongs to the first who came with it."""
        return tuple(
            key for key in keys if key.startswith(_NAME) or all(other == person for other in self._people.get(key, ()))
        )

    def unknown(self, keys: Iterable[str], person: Person) -> tuple[str, ...]:
        """Those of `keys` this person was not known by so far."""
        return tuple(key for key in keys if key not in self._keys[person])

    def _speaks_against(self, person: Person, found_by: str, strong: Sequence[str], names: Sequence[str]) -> bool:
        """Found by an address but with other tickets, or by a ticket but with other addresses, under another name."""
        other_kind = _TICKET if found_by.startswith(_EMAIL) else _EMAIL
        theirs = {key for key in self._keys[person] if key.startswith(other_kind)}
        these = {key for key in strong if key.startswith(other_kind)}
        if not theirs or not these or theirs & these:
            return False
        known_as = [key for key in self._keys[person] if key.startswith(_NAME)]
        return not any(_alike(name, known) for name in names for known in known_as)


def _alike(one: str, other: str) -> bool:
    """Whether all words of one name are among those of the other: Ann, Ann Lee."""
    words, others = (set(key.removeprefix(_NAME).rpartition("|")[0].split()) for key in (one, other))
    return words <= others or others <= words
