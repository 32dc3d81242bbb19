"""Everyone of the evening, to be found by the little that is typed at the door.

A word finds whoever has a word that begins with it, in the name before the company, in any order and script. Where
that finds nobody, words a slip or two away are looked for: these are guesses, and shown as such.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from heapq import nsmallest
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from kiosk.domain.attendee import Presence
from kiosk.domain.latin import latin
from kiosk.domain.text import fold

LETTERS = 2
"""As many must be typed before anything is shown: there is no list to browse."""
MOST_GUESSES = 5
TAIL = 4
"""Digits of a telephone number, or letters of an e-mail address before the @, that find somebody by their end."""
_WIDE = 0x2E80
"""From here on a sign is a syllable or a word: one of them is enough, and names are written without spaces."""
_WIDTH = 16
"""Letters of a word that are compared for slips."""
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "æ": "ae"})


@dataclass(frozen=True, slots=True)
class Listed:
    """One person, as the door may find them. Contact details are compared and never shown."""

    id: str
    name: str
    company: str = ""
    email: str = ""
    phone: str = ""
    presence: Presence = Presence.EXPECTED


@dataclass(frozen=True, slots=True)
class Found:
    """The ids of few people, the likeliest first. `guessed`: nobody fits what was typed, these nearly do."""

    ids: tuple[str, ...] = ()
    more: bool = False
    guessed: bool = False


def enough(typed: str) -> bool:
    """Whether this is long enough to look for."""
    letters = fold(typed).replace(" ", "")
    return len(letters) >= LETTERS or any(ord(letter) >= _WIDE for letter in letters)


class Directory:
    """People by the beginnings of their words."""

    def __init__(self, people: Iterable[Listed] = ()) -> None:
        self._people: dict[str, Listed] = {}
        self._contacts: dict[str, tuple[str, str, str]] = {}
        self._names = _Words()
        self._companies = _Words()
        for person in people:
            self.put(person)

    def put(self, person: Listed) -> None:
        """Take this person in, in place of what was known of them."""
        before = self._people.get(person.id)
        if before is None or (before.name, before.company) != (person.name, person.company):
            self.drop(person.id)
            self._names.add(_forms(person.name), person.id)
            self._companies.add(_forms(person.company), person.id)
        local, _, domain = person.email.casefold().partition("@")
        self._contacts[person.id] = _digits(person.phone), local, domain
        self._people[person.id] = person

    def drop(self, person_id: str) -> None:
        """Know this person no longer."""
        before = self._people.pop(person_id, None)
        if before:
            del self._contacts[person_id]
            self._names.remove(_forms(before.name), person_id)
            self._companies.remove(_forms(before.company), person_id)

    def find(self, typed: str, limit: int, only: Presence | None = None) -> Found:
        """Those who fit, whoever is still expected first, names before companies; then by the end of a contact.

        `only` leaves out everyone in another state.
        """
        words = fold(typed).split()
        if not enough(typed):
            return Found()
        in_name = [self._names.beginning(word) for word in words]
        fitting = set.intersection(*map(set.union, in_name, map(self._companies.beginning, words)))
        if fitting:
            named = set.intersection(*in_name)
            return self._first({who: who not in named for who in fitting}, limit, only)
        by_contact = dict.fromkeys(self._by_contact(typed.strip().casefold()), 0)
        if by_contact:
            return self._first(by_contact, limit, only)
        return self._first(self._near(words), min(limit, MOST_GUESSES), only, guessed=True)

    def _first(self, apart: Mapping[str, int], limit: int, only: Presence | None, guessed: bool = False) -> Found:
        """The first of these: guesses by how far apart they are, all others by whether they are expected."""

        def place(person: Listed) -> tuple[int, int, str, str]:
            order = (apart[person.id], person.presence is not Presence.EXPECTED)
            return (*(order if guessed else order[::-1]), person.name, person.id)

        people = (person for person in map(self._people.__getitem__, apart) if only in (None, person.presence))
        first = nsmallest(limit + 1, people, key=place)
        return Found(tuple(person.id for person in first[:limit]), len(first) > limit, guessed and bool(first))

    def _by_contact(self, typed: str) -> Iterator[str]:
        """By the end of a telephone number, or of what stands before the @ with as much of the rest as is typed."""
        digits = _digits(typed)
        is_number = len(digits) >= TAIL and not any(char.isalpha() for char in typed)
        local, at, domain = typed.partition("@")
        is_address = len(local) >= (LETTERS if at else TAIL)
        if is_number or is_address:
            for who, (phone, theirs, theirs_at) in self._contacts.items():
                if (is_number and phone.endswith(digits)) or (
                    is_address and theirs.endswith(local) and theirs_at.startswith(domain)
                ):
                    yield who

    def _near(self, words: list[str]) -> dict[str, int]:
        """Whoever has, for each word, one that begins with it but for a slip or two: their id, and how many slips."""
        slips = [self._names.near(word) | dict.fromkeys(self._companies.beginning(word), 0) for word in words]
        in_all = set.intersection(*map(set, slips))
        return {who: sum(each[who] for each in slips) for who in in_all}


class _Words:
    """Words, and whose they are."""

    def __init__(self) -> None:
        self._ids: defaultdict[str, set[str]] = defaultdict(set)
        self._sorted: list[str] = []
        self._letters: NDArray[np.uint32] | None = None

    def add(self, words: Iterable[str], person_id: str) -> None:
        for word in words:
            self._ids[word].add(person_id)

    def remove(self, words: Iterable[str], person_id: str) -> None:
        for word in words:
            self._ids[word].discard(person_id)

    def _in_order(self) -> list[str]:
        if len(self._sorted) != len(self._ids):  # words are only ever added
            self._sorted = sorted(self._ids)
            self._letters = None
        return self._sorted

    def beginning(self, word: str) -> set[str]:
        """Whose words begin with this one, or with how it is written in Latin."""
        words = self._in_order()
        found: set[str] = set()
        for start in {word, latin(word)}:
            for each in islice(words, bisect_left(words, start), None):
                if not each.startswith(start):
                    break
                found |= self._ids[each]
        return found

    def near(self, word: str) -> dict[str, int]:
        """Whose words begin with this one but for a slip, or two in a long one: their id, and how many slips."""
        words = self._in_order()
        word = latin(word)[:_WIDTH]
        most = 0 if len(word) < 3 else 1 if len(word) < 6 else 2
        if not words or not most:
            return dict.fromkeys(self.beginning(word), 0)
        if self._letters is None:
            self._letters = np.array(words, f"<U{_WIDTH}").view(np.uint32).reshape(len(words), _WIDTH).T.copy()
        apart = _slips(word, self._letters)
        near: dict[str, int] = {}
        for at in np.flatnonzero(apart <= most):
            slips = int(apart[at])
            for who in self._ids[words[at]]:
                near[who] = min(slips, near.get(who, slips))
        return near


def _slips(word: str, letters: NDArray[np.uint32]) -> NDArray[np.uint8]:
    """For each column of letters, the least number of letters missing, added, mistaken or swapped between `word` and
    a beginning of it: the distance of Damerau and Levenshtein, for all words at once."""
    width, count = letters.shape
    rows = [np.repeat(np.arange(width + 1, dtype=np.uint8)[:, None], count, axis=1)]
    for i, letter in enumerate(map(ord, word), 1):
        row = np.full((width + 1, count), 99, np.uint8)
        row[0] = i
        # Further than two from the diagonal nothing is near enough to count.
        for j in range(max(1, i - 2), min(width, i + 2) + 1):
            changed = rows[-1][j - 1] + (letters[j - 1] != letter)
            row[j] = np.minimum(changed, np.minimum(rows[-1][j], row[j - 1]) + 1)
            if i > 1 and j > 1:
                swapped = (letters[j - 1] == ord(word[i - 2])) & (letters[j - 2] == letter)
                row[j] = np.where(swapped, np.minimum(row[j], rows[-2][j - 2] + 1), row[j])
        rows.append(row)
    nearest: NDArray[np.uint8] = rows[-1].min(axis=0)
    return nearest


def _digits(text: str) -> str:
    return "".join(char for char in text if char.isdecimal())


def _forms(text: str) -> set[str]:
    """The words a text may be looked for by: as they are, in Latin, with umlauts as two letters, as one word, and
    from each sign of a script without spaces."""
    folded = fold(text)
    words = folded.split()
    if len(words) > 1:
        words += ["".join(words[at:]) for at in range(len(words) - 1)] + ["".join(reversed(words))]
    if not text.isascii():
        words += fold(text.casefold().translate(_UMLAUTS)).split()
        words += latin(folded).split()
        words += [word[at:] for word in words if ord(word[0]) >= _WIDE for at in range(1, len(word))]
    return set(words)
