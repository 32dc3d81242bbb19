"""Beacons: the colour, shape and word that the people of one match share, to find each other in the room."""

from collections.abc import Collection
from dataclasses import dataclass
from itertools import permutations
from random import Random

from kiosk.domain.refusal import N_

COLOURS = (N_("teal"), N_("blue"), N_("plum"), N_("brick"), N_("olive"), N_("night"), N_("rose"), N_("amber"))
SHAPES = (
    *(N_("leaf"), N_("star"), N_("kite"), N_("moon"), N_("drop"), N_("sun")),
    *(N_("hill"), N_("boat"), N_("cloud"), N_("bell"), N_("key"), N_("fish")),
)
WORDS = (
    *(N_("north"), N_("south"), N_("east"), N_("west"), N_("morning"), N_("evening")),
    *(N_("spring"), N_("summer"), N_("autumn"), N_("winter"), N_("river"), N_("harbour")),
)


@dataclass(frozen=True, slots=True)
class Beacon:
    """One of `COLOURS`, one of `SHAPES` and, where more than 96 run at once, one of `WORDS`: keys and message ids.

    Where 1,248 are not enough either, two of `WORDS` with a space between.
    """

    colour: str
    shape: str
    word: str = ""


def allot_beacons(count: int, in_use: Collection[Beacon], random: Random) -> list[Beacon]:
    """`count` beacons of which none is in use or given twice; those without a word first, then with one, then two.

    Neighbours in the list differ in colour and in shape as long as such are free. Raises ValueError when fewer than
    `count` of the 13,920 are free.
    """
    wheel, taken = _wheel(random), set(in_use)
    allotted: list[Beacon] = []
    for word in ("", *WORDS, *(f"{one} {other}" for one, other in permutations(WORDS, 2))):
        if len(allotted) == count:
            break
        free = [beacon for pair in wheel if (beacon := Beacon(*pair, word)) not in taken]
        while free and len(allotted) < count:
            unlike = (place for place, beacon in enumerate(free) if _differ(beacon, *allotted[-1:]))
            allotted.append(free.pop(next(unlike, 0)))
    if len(allotted) < count:
        raise ValueError(f"{count} beacons are wanted and {len(allotted)} are free")
    return allotted


def _differ(beacon: Beacon, last: Beacon | None = None) -> bool:
    return last is None or (beacon.colour != last.colour and beacon.shape != last.shape)


def _wheel(random: Random) -> list[tuple[str, str]]:
    """All 96 pairs, from a random start, each unlike the next in colour and in shape.

    Colours and shapes turn side by side and meet again after 24 steps, so the shapes skip one there: 8 and 12 share 4.
    """
    colours, shapes = random.sample(COLOURS, len(COLOURS)), random.sample(SHAPES, len(SHAPES))
    turns = len(colours) * len(shapes)
    start = random.randrange(turns)
    steps = [(start + step) % turns for step in range(turns)]
    return [(colours[step % len(colours)], shapes[(step + step // 24) % len(shapes)]) for step in steps]
