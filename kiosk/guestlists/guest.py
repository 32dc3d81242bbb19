"""What a guest list holds once it is read: who comes, and which rows were left out and why."""

from dataclasses import dataclass
from dataclasses import replace
from enum import StrEnum

from kiosk.domain.guest import Guest
from kiosk.domain.refusal import N_
from kiosk.guestlists.answers import united
from kiosk.guestlists.columns import Field


class Reason(StrEnum):
    """Why a row is not a guest of its own."""

    NOT_GOING = "not_going"
    WAITING = "waiting"
    PENDING = "pending"
    INVITED = "invited"
    UNKNOWN_STATUS = "unknown_status"
    NO_NAME = "no_name"
    REPEATED = "repeated"

    @property
    def sentence(self) -> str:
        """The reason in words, a message id."""
        return _SENTENCES[self]


_SENTENCES = {
    Reason.NOT_GOING: N_("Said they are not coming."),
    Reason.WAITING: N_("On the waiting list."),
    Reason.PENDING: N_("Not confirmed yet."),
    Reason.INVITED: N_("Invited, but has not answered yet."),
    Reason.UNKNOWN_STATUS: N_("The kiosk does not know the status in this row."),
    Reason.NO_NAME: N_("There is no name in this row."),
    Reason.REPEATED: N_("The same person as in an earlier row; what was new was added there."),
}


def with_later(guest: Guest, later: Guest) -> Guest:
    """This guest and a later row of the same person: blanks are filled, lists united, nothing is erased."""
    return replace(
        guest,
        company=guest.company or later.company,
        title=guest.title or later.title,
        email=guest.email or later.email,
        phone=guest.phone or later.phone,
        keys=tuple(dict.fromkeys((*guest.keys, *later.keys))),
        registration=guest.registration or later.registration,
        ticket_code=guest.ticket_code or later.ticket_code,
        interests=united((*guest.interests, *later.interests)),
        offers=united((*guest.offers, *later.offers)),
        asks=united((*guest.asks, *later.asks)),
        purposes=tuple(dict.fromkeys((*guest.purposes, *later.purposes))),
    )


@dataclass(frozen=True, slots=True)
class Skipped:
    """A row that did not become a guest of its own."""

    row: int
    name: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class GuestList:
    """A list as it was read. Every row is accounted for: `total == len(guests) + len(skipped)`."""

    guests: tuple[Guest, ...]
    skipped: tuple[Skipped, ...]
    recognised: dict[Field, str]
    """The header each field was read from; several option columns of one question are joined by a comma."""
    ignored: tuple[str, ...]
    """The headers nothing was read from."""
    total: int
    unread_purposes: tuple[str, ...] = ()
    """What guests wrote as their purpose and no phrase of the columns file stands for, each text once."""
