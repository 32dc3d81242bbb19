"""Who comes before whom in a round."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Turns:
    """Whoever is `called` more, (n,), comes before the others, and of equals who `waited` longer, (n,); both from 0."""

    called: NDArray[np.int64]
    waited: NDArray[np.int64]

    @property
    def order(self) -> NDArray[np.int64]:
        """The same in one, (n,): the higher come first."""
        return self.called * len(self.called) + self.waited
