"""Whether two wordings say the same: one or many, a doing or its doer, words that add nothing, a slip of the finger.

What is written nearly alike is often not the same ("hiking" and "hiring", "sowing" and "sewing"), so a slip is only
seen in a word that is not known itself, and the less a sort of slip proves, the longer the word must be.
"""

from collections import defaultdict
from collections.abc import Iterator

_SMALL_WORDS = frozenset("a an and at by for from in of on or some the to with".split())
_EMPTY_WORDS = _SMALL_WORDS | frozenset(
    """
    about advice any basic basics beginner beginners class classes club clubs course courses doing enthusiast
    enthusiasts fan fans first getting group groups help helping how i into intro introduction language learn learner
    learners learning lesson lessons like love lover lovers me more my need our play playing practice practise
    practicing practising programming skills started starting support teach things tips we you
    """.split()
)
_SWAPPED_OR_DOUBLED = 6
_MISSING_OR_ADDED = 9
_TAKEN_FOR_ANOTHER = 10
"""Letters a word must have. Of the 39,000 commonest English words, these take fewer than ten for a topic's slip that
mean something else; one letter taken for another in six to nine would take two hundred."""


def singular(word: str) -> str:
    """A word for one and for many of it: "gardens" as "garden", "cities" as "city"."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("ches", "shes", "sses", "xes", "zes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "ics")):
        return word[:-1]
    return word


def root(word: str) -> str:
    """What a doing and its doer have in common: "hiking", "hikes", "hiked" and "hiker"; "ceramic" and "ceramics"."""
    word = singular(word)
    ending = next((end for end in ("ing", "er", "ed") if word.endswith(end) and len(word) > len(end) + 2), "")
    word = word.removesuffix(ending)
    if ending and word[-1] == word[-2] and word[-1] not in "ls":
        return word[:-1]
    return word[:-1] if len(word) > 3 and word.endswith(("e", "ics")) else word


class Wordings:
    """Known texts and what they mean. All texts are folded (`domain.text.fold`)."""

    def __init__(self) -> None:
        self._meanings = {form: defaultdict[str, set[str]](set) for form in (singular, root)}
        self._words: defaultdict[str, set[str]] = defaultdict(set)
        self._roots: set[str] = set()

    def add(self, text: str, meaning: str) -> None:
        """Let `text`, and whatever says the same, have this meaning."""
        words = text.split()
        for form, meanings in self._meanings.items():
            meanings[_in_form(words, form)].add(meaning)
        for word in words:
            self._words[word[0]].add(word)
            self._roots.add(root(word))

    def meaning(self, text: str) -> str | None:
        """What a text means by its words; None where that is unknown or could be one of several."""
        typed = text.split()
        meant = [self._meant(word) for word in typed]
        for words in [typed] if meant == typed else [typed, meant]:
            for kept in _trimmed(words):
                for form, meanings in self._meanings.items():
                    found = meanings.get(_in_form(kept, form), ())
                    if len(found) == 1:
                        return next(iter(found))
        return None

    def _meant(self, word: str) -> str:
        """The word that this one is a slip of; itself where it is known, or where there is none or more than one."""
        if len(word) < _SWAPPED_OR_DOUBLED or root(word) in self._roots:
            return word
        near = {known for known in self._words[word[0]] if is_slip(word, known)}
        return near.pop() if len(near) == 1 else word


def is_slip(typed: str, meant: str) -> bool:
    """Whether a finger's one slip (Damerau 1964) explains the difference, and the word is long enough to say so."""
    ...
