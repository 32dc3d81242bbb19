"""Spots: the named places of the room where a match meets."""

from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random


@dataclass(frozen=True, slots=True)
class Spot:
    """A table, a plant, the bar: `room_for` people at once, at least one."""

    name: str
    room_for: int

    def __post_init__(self) -> None:
        if self.room_for < 1:
            raise ValueError(f"the spot {self.name!r} has room for nobody")


def allot_spots(sizes: Sequence[int], spots: Sequence[Spot], taken: Mapping[str, int], random: Random) -> list[str]:
    """The name of a spot for each match of so many people, in the order of `sizes`; "" where there are no spots.

    `taken` says how many people are at a spot already. The spot that stays the emptiest for its size is taken, so all
    fill evenly, and evenly on when all are full. Larger matches choose first, since they fit in fewer places.
    """
    if not spots:
        return [""] * len(sizes)
    people = {spot.name: taken.get(spot.name, 0) for spot in spots}
    drawn = random.sample(spots, len(spots))
    names = [""] * len(sizes)
    for match in sorted(range(len(sizes)), key=lambda match: -sizes[match]):
        spot = min(drawn, key=lambda spot: (people[spot.name] + sizes[match]) / spot.room_for)
        people[spot.name] += sizes[match]
        names[match] = spot.name
    return names
