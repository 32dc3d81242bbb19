"""Pairs of people, by the places they have in a room of n."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from numpy.typing import NDArray
from scipy.sparse import csr_array

UNITS = 1_000_000
"""Worth is added up in whole numbers: a millionth counts, and every machine adds them up alike."""


class Marked:
    """Some pairs of which something is true, whichever of the two comes first."""

    def __init__(self, pairs: ArrayLike, size: int) -> None:
        """`pairs`: (pairs, 2), one of them twice or more changes nothing."""
        one, other = np.asarray(pairs, dtype=np.intp).reshape(-1, 2).T
        ends = np.concatenate([one, other]), np.concatenate([other, one])
        self._size = size
        self._pairs = csr_array((np.ones(len(ends[0]), bool), ends), (size, size))

    def of(self, person: int) -> NDArray[np.int32]:
        """With whom one person is marked."""
        start, end = self._pairs.indptr[person : person + 2]
        return np.asarray(self._pairs.indices[start:end])

    def cells(self, rows: NDArray[np.intp]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """Where the marks of k people stand in (k, n)."""
        start, end = self._pairs.indptr[rows], self._pairs.indptr[rows + 1]
        row = np.repeat(np.arange(len(rows)), end - start)
        ahead = np.cumsum(end - start) - end
        return row, self._pairs.indices[np.arange(len(row)) - ahead[row]]

    def with_both(self, one: NDArray[np.intp], other: NDArray[np.intp]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """Who is marked with both of any of these pairs, (pairs,): which pair, and who."""
        pair, person = self._pairs[one].multiply(self._pairs[other]).nonzero()
        return pair, person

    def has(self, one: NDArray[np.intp], other: NDArray[np.intp]) -> NDArray[np.bool_]:
        """Which of these pairs are marked, (pairs,)."""
        row, column = self._pairs.nonzero()
        return np.isin(one * self._size + other, row * self._size + column)


@dataclass(frozen=True, slots=True)
class Pairs:
    """Possible pairs of n people, each once with `one` < `other`, sorted; all fields (pairs,).

    `worth` counts `UNITS`; `before` marks those who came up before.
    """

    one: NDArray[np.intp]
    other: NDArray[np.intp]
    worth: NDArray[np.int64]
    before: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.one)

    def only(self, which: NDArray[np.bool_]) -> "Pairs":
        """The pairs for which `which`, (pairs,), is true."""
        return Pairs(self.one[which], self.other[which], self.worth[which], self.before[which])

    def and_also(self, more: "Pairs") -> "Pairs":
        """These pairs and more."""
        one, other = np.concatenate([self.one, more.one]), np.concatenate([self.other, more.other])
        first = np.unique(np.stack([one, other]), axis=1, return_index=True)[1]
        worth, before = np.concatenate([self.worth, more.worth]), np.concatenate([self.before, more.before])
        return Pairs(one[first], other[first], worth[first], before[first])
