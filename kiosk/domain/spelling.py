"""Which key a text names: by its letters in any case and spelling, else by its words, for one or for many, without
those that add nothing, and with the finger's slips mended.

What is written nearly alike is often not the same ("hiking" and "hiring", "sowing" and "sewing", "flute" and
"flutter"), so a slip is only seen in a word that is not known itself, and the less a sort of slip proves, the longer
the text must be.
"""

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from math import isfinite

from kiosk.domain.text import clean
from kiosk.domain.text import fold

_AT_HAND = 10_000
"""Texts with what they name: a room says the same things many times."""

_SMALL = "a an and at by for from in of on or some the to with"
_LEADS_IN = """
about any basic beginner beginners doing getting help helping how i into intro introduction learn learning lessons like
love me more my need our play playing practice practise practicing practising started starting support teach tips we you
"""
_TRAILS = """
basics beginner beginners class classes course courses enthusiast enthusiasts help intro introduction language learner
learners lesson lessons lover lovers me practice programming skills tips you
"""
_SMALL_WORDS = frozenset(_SMALL.split())
_BEFORE = _SMALL_WORDS.union(_LEADS_IN.split())
_BEHIND = _SMALL_WORDS.union(_TRAILS.split())
"""Words that add nothing where they stand: "learning French", "chess for beginners"."""

_SHORTEST = 4
_WORD = 6
_SWAPPED_OR_DOUBLED = 6
_MISSING_OR_ADDED = 9
_TAKEN_FOR_ANOTHER = 10
"""Letters that a word with a slip, and all of the text, must have: of 4,300 names and aliases that ship, each with a
slip, these take one for another."""


class Spellings:
    """Known texts with the key that each names."""

    def __init__(self) -> None:
        self._by_letters: dict[str, str] = {}
        self._by_words: defaultdict[str, set[str]] = defaultdict(set)
        self._words: defaultdict[tuple[str, int], set[str]] = defaultdict(set)
        self._roots: set[str] = set()
        self.key = lru_cache(_AT_HAND)(self._find)

    def __contains__(self, text: str) -> bool:
        return _letters(own_key(text)) in self._by_letters

    def add(self, text: str, key: str) -> None:
        """Let `text` name `key`, unless it names another already."""
        folded = own_key(text)
        if self._by_letters.setdefault(_letters(folded), key) != key:
            return
        words = folded.split()
        self._by_words[_singulars(words)].add(key)
        for word in words:
            self._words[word[0], len(word)].add(word)
            self._roots.add(_root(word))
        self.key.cache_clear()

    def key_or_own(self, text: str) -> str:
        """The key that a text names; where there is none, the text is one from now on."""
        key = self.key(text) or own_key(text)
        self.add(text, key)
        return key

    def _find(self, text: str) -> str | None:
        folded = own_key(text)
        known = self._by_letters.get(_letters(folded))
        if known:
            return known
        trimmed = list(_trimmed(folded.split()))
        for words in (*trimmed, *map(self._mended, trimmed)):
            keys = self._by_words.get(_singulars(words), ())
            if len(keys) == 1:
                return next(iter(keys))
        return None

    def one_slip_away(self, text: str) -> list[str]:
        """The keys that a text may mean when one of its words has one slip of the finger, however short it is."""
        words = own_key(text).split()
        keys: dict[str, None] = {}
        for at, word in enumerate(words):
            if len(word) < _SHORTEST or _root(word) in self._roots:
                continue
            for known in sorted(self._slips(word)):
                keys |= dict.fromkeys(
                    sorted(self._by_words.get(_singulars([*words[:at], known, *words[at + 1 :]]), ()))
                )
        return list(keys)

    def _mended(self, words: list[str]) -> list[str]:
        """The words, each with its slip mended where there is one and it can be only one of what is known."""
        letters = sum(map(len, words))
        return [self._meant(word, letters) for word in words]

    def _slips(self, word: str) -> dict[str, float]:
        """The known words that one slip explains, with how many letters it takes to believe that."""
        lengths = range(len(word) - 1, len(word) + 2)
        near = {known: _slip_needs(word, known) for n in lengths for known in self._words.get((word[0], n), ())}
        return {known: needs for known, needs in near.items() if isfinite(needs)}

    def _meant(self, word: str, letters: int) -> str:
        if len(word) < _WORD or not word.isalpha() or _root(word) in self._roots:
            return word
        near = {
            known
            for known, needs in self._slips(word).items()
            if max(letters, letters + len(known) - len(word)) >= needs
        }
        return min(near) if len(set(map(_root, near))) == 1 else word


def own_key(text: str) -> str:
    """The key of a text that names no other, the same for "Food & Drink" and "food and DRINK"; empty where it holds
    nothing to see."""
    # An emoji folds to nothing, and yet it is something to care about.
    return fold(text.replace("&", " and ")) or clean(text).casefold()


def spelled_alike(a: str, b: str) -> bool:
    """Whether two texts have the same letters: "bee-keeping" and "Beekeeping"."""
    return _letters(own_key(a)) == _letters(own_key(b))


def _letters(folded: str) -> str:
    """What "machine learning" and "machinelearning" have in common."""
    return folded.replace(" ", "")


def _singulars(words: list[str]) -> str:
    return " ".join(sorted(_singular(word) for word in words if word not in _SMALL_WORDS))


def _singular(word: str) -> str:
    """A word for one and for many of it: "gardens" as "garden", "cities" as "city"."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("ches", "shes", "sses", "xes", "zes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "ics")):
        return word[:-1]
    return word


def _root(word: str) -> str:
    """What a doing and its doer have in common, "hiking", "hikes" and "hiker": no slips of each other."""
    word = _singular(word)
    ending = next((end for end in ("ing", "er", "ed") if word.endswith(end) and len(word) > len(end) + 2), "")
    word = word.removesuffix(ending)
    if ending and word[-1] == word[-2] and word[-1] not in "ls":
        return word[:-1]
    return word[:-1] if len(word) > 3 and word.endswith(("e", "ics")) else word


def _trimmed(words: list[str]) -> Iterator[list[str]]:
    """The words, then without those before and behind that add nothing, few cut first."""
    most = len(words) - 1
    front = next((at for at, word in enumerate(words) if word not in _BEFORE), most)
    back = next((at for at, word in enumerate(reversed(words)) if word not in _BEHIND), most)
    for cut in range(min(front + back, most) + 1):
        for first in reversed(range(max(0, cut - back), min(front, cut) + 1)):
            yield words[first : len(words) - (cut - first)]


def _slip_needs(typed: str, meant: str) -> float:
    """How many letters it takes to believe that one slip of the finger explains the difference: two letters swapped,
    one doubled or not, one missing, one too many, one taken for another (Damerau, Communications of the ACM 7(3),
    1964); infinitely many where it does not."""
    if len(typed) == len(meant):
        apart = [at for at, (a, b) in enumerate(zip(typed, meant, strict=True)) if a != b]
        if len(apart) == 1:
            return _TAKEN_FOR_ANOTHER
        swapped = len(apart) == 2 and typed[apart[0] : apart[1] + 1] == meant[apart[0] : apart[1] + 1][::-1]
        return _SWAPPED_OR_DOUBLED if swapped else float("inf")
    longer, shorter = sorted((typed, meant), key=len, reverse=True)
    at = next((at for at, letter in enumerate(shorter) if letter != longer[at]), len(shorter))
    if longer[:at] + longer[at + 1 :] != shorter:
        return float("inf")
    doubled = longer[at] in longer[max(at - 1, 0) : at] + longer[at + 1 : at + 2]
    return _SWAPPED_OR_DOUBLED if doubled else _MISSING_OR_ADDED
