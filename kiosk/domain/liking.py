"""What the evening has taught: how likely two people are to be glad of each other, from who was glad so far.

Each person has an openness, how readily they are glad of others, and a welcome, how readily others are glad of them.
Both are fitted to all taps of the evening at once, so that a tap from someone who is glad of nobody else counts more,
and are drawn towards what is usual while there are few: an additive model with a prior (a ridge). Of what was tried on
speed-dating records, and on evenings made up to be like them, nothing that had more to it found more pairs who were
glad of each other: neither a logistic model nor openness and welcome that go together.
"""

from collections.abc import Mapping
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

PRIOR = 2.0
"""Taps' worth of belief that someone is like the others, as many each way."""

USUAL = 0.45
"""How often people are glad, as long as nobody has said so: the share in speed-dating records."""

_USUAL_TAPS = 4.0
"""Taps' worth of belief in that share."""

_LEAST = 0.03
"""Nobody is taken for certain to be glad of another, or not to be."""

_SWEEPS = 20
"""How often openness and welcome are fitted in turn: each time what is missing becomes less, as a rule by half."""

_STEP = 1 / 4096
"""Both are rounded to this, so that they are the same on every machine."""


class Liking:
    """How likely any two of n people are to be glad of each other, worked out for a few of them at a time."""

    def __init__(self, ids: Sequence[str], glad: Mapping[tuple[str, str], bool]) -> None:
        """`glad`: whether someone was glad to have met another, by (who, about whom), also of people not here now."""
        self._taught = bool(glad)
        taps = sorted(glad)
        place: dict[str, int] = {id_: number for number, id_ in enumerate(ids)}
        ends = [[place.setdefault(id_, len(place)) for id_ in tap] for tap in taps]
        who, about = np.array(ends, dtype=np.intp).reshape(-1, 2).T
        said = np.array([glad[tap] for tap in taps], dtype=np.float64)
        usual = (said.sum() + USUAL * _USUAL_TAPS) / (len(said) + _USUAL_TAPS)
        openness, welcome = _fitted(who, about, said - usual, len(place))
        self._openness = (usual + _rounded(openness[: len(ids)])).astype(np.float32)
        self._welcome = _rounded(welcome[: len(ids)]).astype(np.float32)

    def rows(self, rows: NDArray[np.intp]) -> NDArray[np.float32] | np.float32:
        """How likely these k people and each of all n are to be both glad, (k, n), from 0 to 1; or 0 for all of them
        while nobody has had time to be glad.

        The harmonic mean of both directions, so that the side less likely to be glad decides, times itself, as both
        must be. In speed-dating records this found more such pairs than the mean by itself, for about as many people;
        the product does no better.
        """
        if not self._taught:
            return np.float32(0)
        theirs = np.clip(np.add.outer(self._openness[rows], self._welcome), _LEAST, 1 - _LEAST)
        others = np.clip(np.add.outer(self._welcome[rows], self._openness), _LEAST, 1 - _LEAST)
        together = theirs + others
        theirs *= others
        theirs *= 2
        np.divide(theirs, together, out=theirs)
        return np.asarray(np.square(theirs, out=theirs), dtype=np.float32)


def _fitted(
    who: NDArray[np.intp], about: NDArray[np.intp], over: NDArray[np.float64], size: int
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Openness and welcome of all, (size,), whose sums come nearest to what taps, (taps,), say over what is usual."""
    openness, welcome = np.zeros(size), np.zeros(size)
    gave, got = (np.bincount(side, minlength=size) + PRIOR for side in (who, about))
    for _ in range(_SWEEPS):
        openness = np.bincount(who, over - welcome[about], size) / gave
        welcome = np.bincount(about, over - openness[who], size) / got
    return openness, welcome


def _rounded(amount: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.rint(amount / _STEP) * _STEP
