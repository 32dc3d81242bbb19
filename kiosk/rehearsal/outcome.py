"""What happened at a rehearsal: about the evening, never about one of its invented people."""

from collections import Counter
from dataclasses import dataclass
from dataclasses import field


@dataclass(slots=True)
class Outcome:
    """Times are real seconds, not the evening's. `delivered` and `met` hold (match id, person's number)."""

    arrived: int = 0
    delivered: set[tuple[str, int]] = field(default_factory=set)
    answered: Counter[str] = field(default_factory=Counter)
    met: set[tuple[str, int]] = field(default_factory=set)
    shown_after_s: list[float] = field(default_factory=list)
    """From the organizer's tap to the prompt on a phone that listened."""
    waited_s: list[float] = field(default_factory=list)
    """From free to the next prompt."""
    refused: Counter[str] = field(default_factory=Counter)
    """Refusals in words, by status and page: part of any evening."""
    errors: list[str] = field(default_factory=list)

    def error(self, what: str) -> None:
        self.errors.append(what)


def quantile(values: list[float], share: float) -> float:
    """The value that `share` of them do not exceed; 0 where there is none."""
    return sorted(values)[min(len(values) - 1, int(share * len(values)))] if values else 0.0
