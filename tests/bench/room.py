"""Invented rooms: what people state has a long tail, a few topics that many care about and most that few do."""

import tomllib
from functools import cache
from itertools import accumulate
from pathlib import Path
from random import Random

from kiosk.domain.candidate import Candidate
from kiosk.domain.candidate import History
from kiosk.domain.purpose import Purpose
from kiosk.domain.purpose import PurposeTable
from kiosk.domain.purpose import parse_purposes
from kiosk.domain.statement import Kind
from kiosk.domain.statement import Statement
from kiosk.domain.topic import Topics
from kiosk.domain.topic_file import parse_topics

CONFIG = Path(__file__).parents[2] / "config"

TOPICS = 400
"""How many topics people care about, the n-th of them in proportion to 1/n (Zipf)."""

SILENT = 0.05
"""Share of people who state nothing at all."""

OWN_WORDS = 0.15
"""Share of offers and asks that are no known topic but a line of the person's own."""

TOGETHER = 0.1
"""Share of people who came with someone, whom they shall not meet here."""

_HOW_MANY = {Kind.INTEREST: (1, 2, 3, 3, 4, 5, 6), Kind.OFFER: (0, 1, 1, 2, 3), Kind.ASK: (0, 1, 1, 2, 3)}
_CAME = {
    Purpose.MAKE_FRIENDS: 25,
    Purpose.LEARN: 25,
    Purpose.FIND_WORK: 8,
    Purpose.HIRE: 5,
    Purpose.FIND_CUSTOMERS: 7,
    Purpose.FIND_PARTNERS: 12,
    Purpose.HELP_NEWCOMERS: 8,
    Purpose.LISTEN: 10,
}


@cache
def shipped() -> tuple[Topics, PurposeTable]:
    """The topics and the table of purposes that come with the kiosk."""
    return (
        parse_topics((CONFIG / "topics.csv").read_text(encoding="utf-8")),
        parse_purposes(tomllib.loads((CONFIG / "purposes.toml").read_text(encoding="utf-8"))),
    )


def make_room(people: int, seed: int) -> tuple[list[Candidate], History]:
    """People free for a round and what happened between them, the same for the same seed.

    Each kind of statement has its own order of topics: what many care about is not what many can help with. Topics
    are stated by their names or any of their aliases. Half of the people had a good meeting already.
    """
    topics, _ = shipped()
    random = Random(seed)
    known = random.sample(sorted(topics, key=lambda topic: topic.key), TOPICS)
    favoured = {kind: random.sample(known, TOPICS) for kind in Kind}
    favoured[Kind.ASK] = favoured[Kind.OFFER][: TOPICS // 4] + [
        topic for topic in favoured[Kind.ASK] if topic not in favoured[Kind.OFFER][: TOPICS // 4]
    ]
    zipf = list(accumulate(1 / rank for rank in range(1, TOPICS + 1)))
    resolve = cache(topics.resolve)

    def stated(kind: Kind) -> Statement:
        first, second = random.choices(favoured[kind], cum_weights=zipf, k=2)
        if kind is not Kind.INTEREST and random.random() < OWN_WORDS:
            text = f"{random.choice(('starting with', 'some', 'advice on'))} {first.name} and {second.name}"
        else:
            text = random.choice((first.name, first.name, *first.aliases))
        return Statement(kind, text, resolve(text))

    room = []
    for _ in range(people):
        says = random.random() >= SILENT
        theirs = tuple(stated(kind) for kind in Kind for _ in range(says * random.choice(_HOW_MANY[kind])))
        came = random.choices(list(_CAME), list(_CAME.values()), k=random.choice((1, 1, 2))) if says else ()
        room.append(
            Candidate(
                f"{random.getrandbits(64):016x}",
                theirs,
                tuple(dict.fromkeys(came)),
                meetings=random.choice((0, 0, 1, 2)),
                here_since=random.uniform(0, 3600),
            )
        )
    came_together = random.sample(room, int(people * TOGETHER / 2) * 2)
    pairs = zip(came_together[::2], came_together[1::2], strict=True)
    return room, History(never=frozenset(frozenset((a.id, b.id)) for a, b in pairs))
