"""What happened at a rehearsal: about the evening, never about one of its invented people."""

from collections import Counter
from dataclasses import dataclass
from dataclasses import field


@dataclass(slots=True)
class Outcome:
    """Times are real seconds, not the evening's. `delivered` and `met` hold (match id, person's number).

    `delivered` tells how long after the organizer's last tap for a round the prompt stood there; `files` are the rows
    of the files afterwards.
    """

    arrived: int = 0
    linked: set[int] = field(default_factory=set)
    delivered: dict[tuple[str, int], float] = field(default_factory=dict)
    answered: Counter[str] = field(default_factory=Counter)
    met: set[tuple[str, int]] = field(default_factory=set)
    waited_s: list[float] = field(default_factory=list)
    """From free to the next prompt."""
    refused: Counter[str] = field(default_factory=Counter)
    """Refusals in words, by status and page: part of any evening."""
    errors: list[str] = field(default_factory=list)
    files: dict[str, list[dict[str, str]]] = field(default_factory=dict)

    def error(self, what: str) -> None:
        self.errors.append(what)

    @property
    def shown_after_s(self) -> list[float]:
        """From the organizer's tap to the prompt on a phone, for the matches a round began with: the others of a
        round, of people who came free in it, are made later."""
        rows = self.files.get("matches.csv", [])
        began: dict[str, str] = {}
        for row in rows:
            began[row["round"]] = min(row["made_at_utc"], began.get(row["round"], row["made_at_utc"]))
        first = {row["match_id"] for row in rows if row["round"] and row["made_at_utc"] == began[row["round"]]}
        return [after for (match_id, _), after in self.delivered.items() if match_id in first]


def quantile(values: list[float], share: float) -> float:
    """The value that `share` of them do not exceed; 0 where there is none."""
    return sorted(values)[min(len(values) - 1, int(share * len(values)))] if values else 0.0
