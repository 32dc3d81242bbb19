"""Who may meet whom at all."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from kiosk.domain.pairs import Marked
from kiosk.domain.purpose import Purpose
from kiosk.domain.purpose import PurposeTable


class Possible:
    """The possible pairs of n people: not those who must never meet, nor those whose purposes clash."""

    def __init__(
        self,
        came_for: Sequence[tuple[Purpose, ...]],
        table: PurposeTable,
        never: Marked,
        apart: NDArray[np.bool_] | None = None,
    ) -> None:
        """`apart`, (n,): those who may meet nobody."""
        self._came_for, self._table, self._never = came_for, table, never
        self._profile, fit = table.profiles(came_for)
        self._goes = fit >= 0
        self._apart = np.zeros(len(came_for), dtype=bool) if apart is None else apart

    def without(self, some: NDArray[np.bool_]) -> "Possible":
        """The possible pairs without those of some, (n,), of the people."""
        return Possible(self._came_for, self._table, self._never, self._apart | some)

    def rows(self, rows: NDArray[np.intp]) -> NDArray[np.bool_]:
        """Whom these k people may meet, (k, n)."""
        possible = np.take(self._goes[self._profile[rows]], self._profile, axis=1, mode="clip")
        possible[self._never.cells(rows)] = False
        possible[:, self._apart] = False
        possible[self._apart[rows]] = False
        possible[np.arange(len(rows)), rows] = False
        return possible

    def of(self, person: int) -> NDArray[np.bool_]:
        """Whom one person may meet, (n,)."""
        return np.asarray(self.rows(np.array([person]))[0])
