"""What an attendee states: an interest, an offer or an ask, each resolved to a topic."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    INTEREST = "interest"
    OFFER = "offer"
    ASK = "ask"


@dataclass(frozen=True, slots=True)
class Statement:
    """`text` is what the person typed, `topic` the key of the topic it was taken for (see `topic.py`).

    `confirmed` is the key of the topic the person said they mean, empty while they have not been asked or not answered.
    """

    kind: Kind
    text: str
    topic: str
    confirmed: str = ""


def each_topic_once(stated: Iterable[Statement]) -> tuple[Statement, ...]:
    """The first statement of each topic: two words for one topic say one thing."""
    first: dict[str, Statement] = {}
    for statement in stated:
        first.setdefault(statement.topic, statement)
    return tuple(first.values())
