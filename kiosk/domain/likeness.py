"""How much a typed text is like each of many known ones: by its letters, and by what is short for what.

Letters: the cosine of tf-idf weights over runs of two to four letters within the words, over the same runs of all
words written as one, and over the first four letters of each word, which say most of it whatever its ending.
Abbreviations: initials ("ML", "WoT") and counted letters ("k8s"), which share hardly a run of letters with what they
stand for.
"""

from collections import Counter
from collections import defaultdict
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
from itertools import count

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

_RUNS = (2, 3, 4)
_BEGINNING = 4
_BEGINNING_COUNTS = 4.0
_SHORT_COUNTS = 0.4
_SMALL_WORDS = frozenset(["a", "and", "as", "for", "in", "of", "on", "the", "to", "with"])

Floats = NDArray[np.float64]


class Likeness:
    """`known` are folded texts (`domain.text.fold`); scores come in their order."""

    def __init__(self, known: Sequence[str]) -> None:
        columns: defaultdict[str, int] = defaultdict(count().__next__)
        clues = [[columns[clue] for clue in _clues(text)] for text in known]
        ends = np.cumsum([0, *map(len, clues)])
        flat = np.fromiter((column for row in clues for column in row), np.intp, ends[-1])
        found = sp.csr_array((np.ones(len(flat)), flat, ends), shape=(len(known), len(columns)))
        found.sum_duplicates()
        spread = np.bincount(found.indices, minlength=len(columns))
        self._columns = dict(columns)
        self._rarity = (np.log((1 + len(known)) / (1 + spread)) + 1) * np.fromiter(map(_counts, columns), float)
        self._unseen = float(np.log(1 + len(known))) + 1
        found.data = (1 + np.log(found.data)) * self._rarity[found.indices]
        lengths = np.sqrt(found.multiply(found).sum(axis=1))
        self._weights = (sp.diags_array(1 / np.maximum(lengths, 1e-9)) @ found).tocsc()
        self._written = _places(map(_written, known))
        self._short = _places(map(_short, known))

    def to(self, text: str) -> Floats:
        """How much each known text is like the folded `text`: from 0, nothing in common, to 1, the same; more where
        one is short for the other as well."""
        return self._letters(text) + _SHORT_COUNTS * self._abbreviations(text)

    def _letters(self, text: str) -> Floats:
        seen: dict[int, float] = {}
        squares = 0.0
        for clue, times in Counter(_clues(text)).items():
            column = self._columns.get(clue)
            weight = (1 + np.log(times)) * (self._unseen * _counts(clue) if column is None else self._rarity[column])
            squares += weight**2
            if column is not None:
                seen[column] = weight
        scores: Floats = self._weights[:, list(seen)] @ np.fromiter(seen.values(), float) / max(squares, 1e-9) ** 0.5
        return scores

    def _abbreviations(self, text: str) -> Floats:
        """The fewer texts an abbreviation may stand for, the more it says."""
        scores = np.zeros(self._weights.shape[0])
        for forms, places in ((_written(text), self._short), (_short(text), self._written)):
            for meant in (places[form] for form in forms if form in places):
                scores[meant] = np.maximum(scores[meant], len(meant) ** -0.5)
        return scores


def _clues(text: str) -> Iterator[str]:
    """The runs of letters in a text; a space stands before and behind each word, two before its beginning."""
    words = text.split()
    for word in [*words, "".join(words)] if len(words) > 1 else words:
        spaced = f" {word} "
        for length in _RUNS:
            for start in range(len(spaced) - length + 1):
                yield spaced[start : start + length]
    for word in words:
        yield "  " + word[:_BEGINNING]


def _counts(clue: str) -> float:
    return _BEGINNING_COUNTS if clue.startswith("  ") else 1.0


def _places(forms: Iterable[Iterable[str]]) -> dict[str, list[int]]:
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place, of_one in enumerate(forms):
        for form in set(of_one):
            places[form].append(place)
    return dict(places)


def _written(text: str) -> set[str]:
    """What may be an abbreviation in a text: each word, also without the figures behind it ("ggj2019"), and all."""
    words = text.split()
    forms = {*words, *(word.rstrip("0123456789") for word in words), "".join(words)}
    return {form for form in forms if len(form) > 1}


def _short(text: str) -> Iterator[str]:
    """How a text may be abbreviated: "www" and "wot", "k8s" and "i18n"."""
    words = text.split()
    if len(words) > 1:
        yield "".join(word[0] for word in words)
        yield "".join(word[0] for word in words if word not in _SMALL_WORDS)
    for word in {*words, "".join(words)}:
        if len(word) > 4:
            yield f"{word[0]}{len(word) - 2}{word[-1]}"
