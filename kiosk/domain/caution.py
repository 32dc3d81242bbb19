"""What the organizer should see to: a sentence that says what is wrong, and what to do about it."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field


@dataclass(frozen=True, slots=True)
class Caution:
    """`sentence` is a message id; `values` fill its placeholders."""

    sentence: str
    values: Mapping[str, object] = field(default_factory=dict)
