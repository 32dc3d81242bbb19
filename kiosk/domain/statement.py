"""What an attendee states: an interest, an offer or an ask, each resolved to a topic."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    INTEREST = "interest"
    OFFER = "offer"
    ASK = "ask"


@dataclass(frozen=True, slots=True)
class Statement:
    """`text` is what the person typed, `topic` the key of the topic it was taken for (see `topic.py`)."""

    kind: Kind
    text: str
    topic: str
