"""The room as a picture: a dot for everyone here, gathered by what they share, and lines between those who have met.

Nobody is named, and nobody is to be told from it: dots stand in no order, and what gathers them is shared by several.
"""

from collections import Counter
from collections.abc import Collection
from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b

FEWEST = 3
"""So many people must share a topic before it gathers them."""
MOST_GATHERS = 7
"""More names cannot be read from ten metres; a colour each."""
MOST_DOTS, MOST_LINES = 1000, 2000
"""What an old laptop still draws fluently."""
ALONE = -1
"""In place of a topic: nothing gathers this dot."""


@dataclass(frozen=True, slots=True)
class Picture:
    gathers: tuple[str, ...]
    """Keys of topics, in an order that changes only when they do."""
    dots: tuple[tuple[str, int], ...]
    """An id that says nothing outside the picture, and the place among `gathers` or `ALONE`."""
    lines: tuple[tuple[int, int], ...]
    """Places among `dots`."""


def draw(here: Collection[str], interests: Mapping[str, Collection[str]], met: Iterable[tuple[str, str]]) -> Picture:
    """The picture of the people `here` (ids): `interests` has the topics of those whose interests may gather them,
    `met` the pairs that have met, the latest first. Whoever shares several topics is gathered by the rarest.
    """
    shared = Counter(topic for who in here for topic in set(interests.get(who, ())))
    common = sorted((topic for topic in shared if shared[topic] >= FEWEST), key=lambda topic: (-shared[topic], topic))
    rarity = {topic: (shared[topic], topic) for topic in common[:MOST_GATHERS]}
    gathered = {who: min(rarity.keys() & interests.get(who, ()), key=rarity.__getitem__, default="") for who in here}
    gathers = sorted(set(gathered.values()) - {""})
    place = {topic: number for number, topic in enumerate(gathers)}
    dots = sorted((_dot(who), place.get(topic, ALONE), who) for who, topic in gathered.items())[:MOST_DOTS]
    at = {who: number for number, (_, _, who) in enumerate(dots)}
    lines = [(at[one], at[other]) for one, other in met if one in at and other in at]
    return Picture(tuple(gathers), tuple((dot, topic) for dot, topic, _ in dots), tuple(lines[:MOST_LINES]))


def _dot(attendee_id: str) -> str:
    """The same for a person all evening, and no way back: ids are random."""
    return blake2b(attendee_id.encode(), digest_size=5).hexdigest()
