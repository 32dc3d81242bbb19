"""The people of a round on the places drawn for it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kiosk.domain.pairs import Marked
from kiosk.domain.possible import Possible
from kiosk.domain.turns import Turns
from kiosk.domain.worth import Worth


@dataclass(frozen=True, slots=True)
class Seated:
    """The n people of a round by their places, who may meet whom, and what that is worth.

    `company`, (n,): who would rather be three or four.
    """

    ids: tuple[str, ...]
    never: Marked
    met: Marked
    possible: Possible
    worth: Worth
    turns: Turns
    company: NDArray[np.bool_]

    def new_to(self, person: int) -> NDArray[np.bool_]:
        """Whom this one may meet and was not told of before, (n,)."""
        theirs = self.possible.of(person)
        theirs[self.worth.before.of(person)] = False
        return theirs
