"""That two people did meet, what each made of it, and the contact details they passed on after both agreed."""

from collections.abc import Collection
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from datetime import datetime
from datetime import timedelta
from enum import StrEnum


class How(StrEnum):
    SCAN = "scan"
    TAP = "tap"


class Contact(StrEnum):
    """A contact detail one may pass on: the attribute of `Attendee` that holds it."""

    EMAIL = "email"
    PHONE = "phone"


LASTS = timedelta(minutes=15)
"""How long a conversation is given before a meeting nobody said anything about counts as a good one."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """`one_id` sorts before `other_id`: two people meet once. `offered` is what each of them would pass on."""

    id: str
    one_id: str
    other_id: str
    met_at: datetime
    how: How
    match_id: str | None = None
    offered: Mapping[str, frozenset[Contact]] = field(default_factory=dict)

    def other_than(self, attendee_id: str) -> str:
        return self.other_id if attendee_id == self.one_id else self.one_id

    def offered_by(self, attendee_id: str) -> frozenset[Contact]:
        return self.offered.get(attendee_id, frozenset())

    @property
    def shared(self) -> bool:
        """Whether contact details pass: only when both offer some, and only as long as both do."""
        return bool(self.offered_by(self.one_id) and self.offered_by(self.other_id))

    def passed_to(self, attendee_id: str) -> frozenset[Contact]:
        """The other's details that this person sees."""
        return self.offered_by(self.other_than(attendee_id)) if self.shared else frozenset()

    def good_for(self, attendee_id: str, glad: Collection[tuple[str, str]], now: datetime) -> bool:
        """Whether this person need not come first any more: they were glad of it, or nobody said anything in time.

        Most people tap nothing after a good talk, so silence on both sides is taken for one once it may be over.
        Where the other alone was glad, it was not one for this person. `glad` holds who was glad of whom.
        """
        other_id = self.other_than(attendee_id)
        if (attendee_id, other_id) in glad:
            return True
        return (other_id, attendee_id) not in glad and now >= self.met_at + LASTS


@dataclass(frozen=True, slots=True)
class Note:
    """What one keeps of a meeting, for one's own eyes."""

    note: str = ""
    promise: str = ""
    """How "I promised to …" goes on."""
