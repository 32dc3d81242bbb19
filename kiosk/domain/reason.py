"""Why two people should meet: what is true and can be said, and one question to open with."""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from typing import Any

from kiosk.domain.benefit import SAME_TOPIC
from kiosk.domain.benefit import answer
from kiosk.domain.purpose import Fit
from kiosk.domain.refusal import N_
from kiosk.domain.room import Person
from kiosk.domain.room import Room
from kiosk.domain.statement import Kind
from kiosk.domain.statement import Statement
from kiosk.domain.text import fold

AT_MOST = 3
"""Things named of one sort: a prompt is read standing, with a drink in the other hand."""


class Ground(StrEnum):
    """What an opening question is made from."""

    SHARE = "share"
    GET = "get"
    GIVE = "give"
    CAME = "came"
    OPEN = "open"


QUESTIONS = {
    Ground.SHARE: (
        N_("How did you get into %(topic)s?"),
        N_("What first drew you to %(topic)s?"),
        N_("What do you enjoy most about %(topic)s?"),
    ),
    Ground.GET: (
        N_("I hear you know about “%(topic)s”. How did you learn it?"),
        N_("What should I know first about “%(topic)s”?"),
        N_("What do most people get wrong about “%(topic)s”?"),
    ),
    Ground.GIVE: (
        N_("You are looking for “%(topic)s”. What have you tried so far?"),
        N_("What would help you most with “%(topic)s”?"),
    ),
    Ground.CAME: (
        N_("What would make this a good evening for you?"),
        N_("What made you come tonight?"),
    ),
    Ground.OPEN: (
        N_("What have you been glad to spend time on lately?"),
        N_("What could you talk about for an hour?"),
        N_("What is something good you learned this month?"),
    ),
}

SAME_PURPOSE = N_("You both came for the same thing.")
PURPOSES_SUIT = N_("What the two of you came for goes well together.")
NOTHING_KNOWN = N_("You have not met yet. Nothing in common was found, which can be the best start.")


@dataclass(frozen=True, slots=True)
class Opener:
    """A question to open with: an English message id, in which `topic` fills %(topic)s where it stands."""

    kind: Ground
    question: str
    topic: str = ""


@dataclass(frozen=True, slots=True)
class Reasons:
    """What one reader is told about one other person. No figures in it, and nothing that is not true of both.

    `give` is what the reader can give, `get` what they may get, `share` the interests of both, the rarest here first;
    `only_two`: no one else here states that rarest one. The purposes are `Purpose` keys. `plainly` is a message id,
    the honest sentence where there is nothing to give, get or share, and empty otherwise. `bridged`: they have met, and
    one of them now brings the other together with a third.
    """

    give: tuple[str, ...]
    get: tuple[str, ...]
    share: tuple[str, ...]
    only_two: bool
    reader_came_to: tuple[str, ...]
    other_came_to: tuple[str, ...]
    plainly: str
    opener: Opener
    bridged: bool = False

    def to_json(self) -> dict[str, str | bool | list[str]]:
        """Strings, booleans and lists of strings, to be kept and read again by `from_json`."""
        return {
            "give": list(self.give),
            "get": list(self.get),
            "share": list(self.share),
            "only_two": self.only_two,
            "reader_came_to": list(self.reader_came_to),
            "other_came_to": list(self.other_came_to),
            "plainly": self.plainly,
            "opener": [self.opener.kind.value, self.opener.question, self.opener.topic],
            "bridged": self.bridged,
        }

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> "Reasons":
        kind, question, topic = kept["opener"]
        return cls(
            give=tuple(kept["give"]),
            get=tuple(kept["get"]),
            share=tuple(kept["share"]),
            only_two=kept["only_two"],
            reader_came_to=tuple(kept["reader_came_to"]),
            other_came_to=tuple(kept["other_came_to"]),
            plainly=kept["plainly"],
            opener=Opener(Ground(kind), question, topic),
            bridged=kept["bridged"],
        )


def reasons_for(reader: Person, other: Person, room: Room, seed: int, bridged: bool = False) -> Reasons:
    """What the reader is told about one of the others in their match. `seed` draws the wording of the question."""
    # The reader's own words stand in what they give only where the other asked for something near it, not for it.
    give = _first(
        ask.text if strength == SAME_TOPIC else offer.text for ask, offer, strength in _exchange(other, reader, room)
    )
    get = _first(offer.text for _, offer, _ in _exchange(reader, other, room))
    mine, theirs = room.stated(reader, Kind.INTEREST), room.stated(other, Kind.INTEREST)
    both = sorted((topic for topic in mine if topic in theirs), key=lambda topic: (-room.rarity(topic), topic))
    share = _first(room.topics.name(topic, mine[topic].text) for topic in both)
    plainly = "" if give or get or share or bridged else _plainly(reader, other, room)
    return Reasons(
        give=give,
        get=get,
        share=share,
        only_two=bool(both) and room.holders.get(both[0], frozenset()) == {reader.id, other.id},
        reader_came_to=tuple(purpose.value for purpose in reader.purposes),
        other_came_to=tuple(purpose.value for purpose in other.purposes),
        plainly=plainly,
        opener=_opener(give, get, share, plainly, f"{seed} {reader.id} {other.id}"),
        bridged=bridged,
    )


def _exchange(asker: Person, offerer: Person, room: Room) -> Iterator[tuple[Statement, Statement, float]]:
    """Each ask of one with the offer of the other that meets it best, and how well; the best met first."""
    asks = room.stated(asker, Kind.ASK).values()
    offers = [statement for statement in offerer.statements if statement.kind is Kind.OFFER]
    met = [
        max(((ask, offer, answer(ask, offer, room.topics)) for offer in offers), key=lambda m: m[2])
        for ask in asks
        if offers
    ]
    return (m for m in sorted(met, key=lambda m: -m[2]) if m[2])


def _first(texts: Iterable[str]) -> tuple[str, ...]:
    """The first few that are not another spelling of one before."""
    all_of_them = tuple(texts)
    if len(all_of_them) < 2:
        return all_of_them
    return tuple({fold(text): text for text in reversed(all_of_them)}.values())[::-1][:AT_MOST]


def _plainly(reader: Person, other: Person, room: Room) -> str:
    if set(reader.purposes) & set(other.purposes):
        return SAME_PURPOSE
    return PURPOSES_SUIT if room.purposes.fit(reader.purposes, other.purposes) is Fit.SUITS else NOTHING_KNOWN


def _opener(give: tuple[str, ...], get: tuple[str, ...], share: tuple[str, ...], plainly: str, draw: str) -> Opener:
    """A question about what they share; else about what the other offers or asks; else about the evening."""
    kind, topic = next(
        ((kind, named[0]) for kind, named in ((Ground.SHARE, share), (Ground.GET, get), (Ground.GIVE, give)) if named),
        (Ground.OPEN if plainly == NOTHING_KNOWN else Ground.CAME, ""),
    )
    questions = QUESTIONS[kind]
    return Opener(kind, questions[int.from_bytes(sha256(draw.encode()).digest()[:4]) % len(questions)], topic)
