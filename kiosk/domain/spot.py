"""Spots: the named places of the room where a match meets."""

from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot
from random import Random

ACROSS = 100
"""The room's width and depth in the plan that positions are given in."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A table, a plant, the bar: `room_for` people at once, at least one; where it is in the plan, if that is known."""

    name: str
    room_for: int
    at: tuple[float, float] | None = None

    def __post_init__(self) -> None:
        if self.room_for < 1:
            raise ValueError(f"the spot {self.name!r} has room for nobody")


def allot_spots(
    sizes: Sequence[int],
    spots: Sequence[Spot],
    taken: Mapping[str, int],
    random: Random,
    come_from: Sequence[Sequence[str]] = (),
) -> list[str]:
    """The name of a spot for each match of so many people, in the order of `sizes`; "" where there are no spots.

    `taken` says how many people are at a spot already, `come_from` for each match at which spots its people are. A
    spot with room for them comes before one without. Of those, the one is taken that stays the emptiest for its size,
    so all fill evenly, and evenly on when all are full; the way there weighs as much: across the room like from empty
    to full. Larger matches choose first, since they fit in fewer places.
    """
    if not spots:
        return [""] * len(sizes)
    people = {spot.name: taken.get(spot.name, 0) for spot in spots}
    positions = {spot.name: spot.at for spot in spots if spot.at}
    drawn = random.sample(spots, len(spots))
    names = [""] * len(sizes)

    def cost(spot: Spot, match: int) -> tuple[bool, float]:
        full = (people[spot.name] + sizes[match]) / spot.room_for
        starts = [positions[name] for name in (come_from[match] if come_from else ()) if name in positions]
        return full > 1, full + _way(starts, spot)

    for match in sorted(range(len(sizes)), key=lambda match: -sizes[match]):
        spot = min(drawn, key=lambda spot: cost(spot, match))
        people[spot.name] += sizes[match]
        names[match] = spot.name
    return names


def _way(starts: Sequence[tuple[float, float]], spot: Spot) -> float:
    """How far it is to the spot for who has the longest way, in widths of the room."""
    if spot.at is None:
        return 0.0
    return max((hypot(x - spot.at[0], y - spot.at[1]) / ACROSS for x, y in starts), default=0.0)
