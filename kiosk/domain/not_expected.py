"""Who stands on a list and is not expected: cancelled, waiting, not confirmed. Kept so that the door can say why."""

from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.refusal import N_
from kiosk.domain.refusal import UnknownCode
from kiosk.domain.text import fold


class Why(StrEnum):
    """What the list says of somebody who is not expected."""

    CANCELLED = "cancelled"
    NOT_GOING = "not_going"
    WAITING = "waiting"
    PENDING = "pending"
    INVITED = "invited"
    LEFT_OUT = "left_out"
    """The organizer left this status out, or nobody knows what it means."""

    @property
    def sentence(self) -> str:
        """The reason in words, a message id."""
        return _SENTENCES[self]


_SENTENCES = {
    Why.CANCELLED: N_("Cancelled on the list."),
    Why.NOT_GOING: N_("On the list as not coming."),
    Why.WAITING: N_("On the waiting list."),
    Why.PENDING: N_("Not confirmed yet."),
    Why.INVITED: N_("Invited, but has not answered yet."),
    Why.LEFT_OUT: N_("On the list with a status that does not let them in."),
}


@dataclass(frozen=True, slots=True)
class NotExpected:
    """One of them. `ticket_key` is what their ticket is read as (see `scanned.py`), empty where the list names none."""

    name: str
    ticket_key: str
    why: Why


class TicketNotExpected(UnknownCode):
    """A ticket of somebody who is not expected; what is said of it is the reason."""

    sentence = N_("This ticket is of somebody who is not expected.")

    def __init__(self, whose: NotExpected) -> None:
        self.sentence = whose.why.sentence
        super().__init__()
        self.name = whose.name


def name_key(name: str) -> str:
    """What a whole name is found by, its words in any order.

    >>> name_key("Lee, Ann") == name_key("Ann Lee")
    True
    """
    return " ".join(sorted(fold(name).split()))
