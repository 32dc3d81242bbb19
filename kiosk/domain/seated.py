"""The people of a round on the places drawn for it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kiosk.domain.pairs import Marked
from kiosk.domain.possible import Possible
from kiosk.domain.worth import Worth


@dataclass(frozen=True, slots=True)
class Seated:
    """The n people of a round by their places, who may meet whom, and what that is worth.

    `turn`, (n,), tells who comes before whom: whoever was left out, then whoever has no good meeting yet, then whoever
    leaves soon; `waited`, (n,), who of these has waited longer. `company`, (n,): who would rather be three or four.
    """

    ids: tuple[str, ...]
    never: Marked
    met: Marked
    possible: Possible
    worth: Worth
    turn: NDArray[np.int64]
    waited: NDArray[np.int64]
    company: NDArray[np.bool_]

    @property
    def order(self) -> NDArray[np.int64]:
        """Who comes before whom by both, (n,)."""
        return self.turn * len(self.ids) + self.waited

    def new_to(self, person: int) -> NDArray[np.bool_]:
        """Whom this one may meet and was not told of before, (n,)."""
        theirs = self.possible.of(person)
        theirs[self.worth.before.of(person)] = False
        return theirs
