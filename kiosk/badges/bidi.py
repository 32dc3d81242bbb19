"""Which way text runs and in what order its parts stand on a line.

The rules of the Unicode bidirectional algorithm (UAX #9) that names and topics need: without embeddings and isolates,
which never reach a badge (`domain/text.py` takes them out), and without the pairing of brackets.
"""

from collections.abc import Sequence
from itertools import groupby
from typing import TypeVar
from unicodedata import bidirectional

Part = TypeVar("Part")

_LEFTWARD = {"R", "AL"}
_NUMBERS = {"EN", "AN"}


def runs_leftward(text: str) -> bool:
    """Whether the first character with a direction runs right to left (P2, P3)."""
    return next((kind in _LEFTWARD for kind in map(bidirectional, text) if kind in _LEFTWARD | {"L"}), False)


def levels(text: str, leftward: bool) -> list[int]:
    """The level of each character, in a line whose paragraph runs leftward or not: even runs right, odd runs left."""
    base = "R" if leftward else "L"
    kinds = _resolve_neutrals(_resolve_numbers(_resolve_marks([bidirectional(c) for c in text], base), base), base)
    if leftward:
        return [1 if kind == "R" else 2 for kind in kinds]
    return [{"L": 0, "R": 1}.get(kind, 2) for kind in kinds]


def in_visual_order(parts: Sequence[tuple[int, Part]]) -> list[Part]:
    """(level, part) in the order of reading, as parts from left to right (L2)."""
    ordered = list(parts)
    for level in range(max((level for level, _ in ordered), default=0), 0, -1):
        stretches = [(high, list(stretch)) for high, stretch in groupby(ordered, lambda part: part[0] >= level)]  # noqa: B023 - used up in this turn of the loop
        ordered = [part for high, stretch in stretches for part in (reversed(stretch) if high else stretch)]
    return [part for _, part in ordered]


def _resolve_marks(kinds: list[str], base: str) -> list[str]:
    """Marks and invisible characters go with the character before them (W1, X9)."""
    resolved: list[str] = []
    for kind in kinds:
        resolved.append((resolved[-1] if resolved else base) if kind in ("NSM", "BN", "") else kind)
    return resolved


def _resolve_numbers(kinds: list[str], base: str) -> list[str]:
    """Numbers take after the last letter (W2, W7); a separator or sign inside a number belongs to it (W4, W5)."""
    kinds = _after_letters(kinds, base, {"AL": "AN"})
    joined = list(kinds)
    for place, kind in enumerate(kinds):
        before, after = kinds[place - 1] if place else "", kinds[place + 1] if place + 1 < len(kinds) else ""
        if (kind in ("ES", "CS") and before == after == "EN") or (kind == "ET" and "EN" in (before, after)):
            joined[place] = "EN"
        elif kind == "CS" and before == after == "AN":
            joined[place] = "AN"
    return ["R" if kind == "AL" else kind for kind in _after_letters(joined, base, {"L": "L"})]


def _after_letters(kinds: list[str], base: str, becomes: dict[str, str]) -> list[str]:
    """European numbers turned into what `becomes` says of the letter before them."""
    resolved: list[str] = []
    letter = base
    for kind in kinds:
        letter = kind if kind in _LEFTWARD | {"L"} else letter
        resolved.append(becomes.get(letter, kind) if kind == "EN" else kind)
    return resolved


def _resolve_neutrals(kinds: list[str], base: str) -> list[str]:
    """Spaces and signs between two letters of one direction run along; else with the paragraph (N1, N2)."""
    resolved: list[str] = []
    for fixed, stretch in groupby(kinds, lambda kind: kind in _NUMBERS | {"L", "R"}):
        found = list(stretch)
        if not fixed:
            end = len(resolved) + len(found)
            before = resolved[-1] if resolved else base
            after = kinds[end] if end < len(kinds) else base
            sides = {"L" if side == "L" else "R" for side in (before, after)}
            found = [sides.pop() if len(sides) == 1 else base] * len(found)
        resolved += found
    return resolved
