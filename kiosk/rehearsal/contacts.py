"""Who faced whom at a real evening, as wearable sensors wrote it down: rows of `seconds person person`."""

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

ROW_S = 20
"""A row says that two faced each other in the 20 seconds up to its time (SocioPatterns)."""
MEETING_S = 60
LONGEST_PAUSE_S = 600.0
"""Nights and lunches in which nobody faces anybody are cut to this."""


@dataclass(frozen=True, slots=True)
class Contacts:
    """Seconds from the first row on: `arrivals` by person, when their first row is, and `meetings`, when a pair had
    faced each other for a whole minute at a stretch for the first time, in the order of time."""

    arrivals: dict[int, float]
    meetings: tuple[tuple[float, int, int], ...]


def read_contacts(path: Path) -> Contacts:
    """Raises ValueError, with the line, where a row is not three whole numbers."""
    arrived: dict[int, int] = {}
    faced: dict[tuple[int, int], list[int]] = defaultdict(list)
    for number, line in enumerate(path.read_text(encoding="ascii", errors="replace").splitlines(), 1):
        try:
            at, one, other = (int(part) for part in line.split()[:3])
        except ValueError:
            raise ValueError(f"line {number} is not “seconds person person”: {line[:60]}") from None
        for person in (one, other):
            arrived[person] = min(at, arrived.get(person, at))
        faced[min(one, other), max(one, other)].append(at)
    met = [(at, *pair) for pair, times in faced.items() if (at := _first_minute(sorted(set(times)))) is not None]
    shown = _without_pauses({*arrived.values(), *(at for at, _, _ in met)})
    return Contacts(
        {person: shown[at] for person, at in sorted(arrived.items())},
        tuple(sorted((shown[at], one, other) for at, one, other in met)),
    )


def _first_minute(times: list[int]) -> int | None:
    """When the first stretch of `MEETING_S` without a gap was full."""
    running = 1
    for before, at in zip([None, *times], times, strict=False):
        running = running + 1 if before is not None and at - before == ROW_S else 1
        if running * ROW_S >= MEETING_S:
            return at
    return None


def _without_pauses(times: set[int]) -> dict[int, float]:
    """Seconds since the first of these times, long pauses cut short."""
    shown: dict[int, float] = {}
    last, now = min(times, default=0), 0.0
    for at in sorted(times):
        now += min(at - last, LONGEST_PAUSE_S)
        shown[at], last = now, at
    return shown
