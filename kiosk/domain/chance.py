"""How sure a share is that was counted from few: what an evening can tell, and what it cannot."""

from dataclasses import dataclass
from math import sqrt

_SURE = 1.96
"""Of twenty such ranges, nineteen hold the true share."""


@dataclass(frozen=True, slots=True)
class Share:
    """`of` were counted, `count` of them had it."""

    count: int
    of: int

    @property
    def share(self) -> float:
        """Between 0 and 1; 0 where nothing was counted."""
        return self.count / self.of if self.of else 0.0

    @property
    def range(self) -> tuple[float, float]:
        """Between which shares the true one likely lies (Wilson's interval, 1927)."""
        if not self.of:
            return 0.0, 1.0
        square = _SURE**2 / self.of
        middle = (self.share + square / 2) / (1 + square)
        reach = _SURE / (1 + square) * sqrt(self.share * (1 - self.share) / self.of + square / self.of / 4)
        return max(0.0, middle - reach), min(1.0, middle + reach)


def apart(one: Share, other: Share) -> bool:
    """Whether the two differ by more than chance explains."""
    return one.range[0] > other.range[1] or other.range[0] > one.range[1]
