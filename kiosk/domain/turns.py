"""Who comes before whom in a round."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kiosk.domain.candidate import Candidate


@dataclass(frozen=True, slots=True)
class Turns:
    """Whoever is `called` more, (n,), comes before the others, and of equals who `waited` longer, (n,); both from 0."""

    called: NDArray[np.int64]
    waited: NDArray[np.int64]

    @property
    def order(self) -> NDArray[np.int64]:
        """The same in one, (n,): the higher come first."""
        return self.called * len(self.called) + self.waited


def turns_of(people: Sequence[Candidate]) -> Turns:
    """Whoever was left out comes first, then whoever has no good meeting yet, then whoever leaves soon."""
    called = [4 * person.left_out + 2 * (person.meetings == 0) + person.leaving for person in people]
    waited = [-person.here_since for person in people]
    return Turns(*(np.unique(each, return_inverse=True)[1] for each in (called, waited)))
