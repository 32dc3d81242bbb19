"""What a guest list holds once it is read: who comes, and which rows were left out and why."""

from dataclasses import dataclass
from dataclasses import replace
from enum import StrEnum

from kiosk.domain.guest import Guest
from kiosk.domain.not_expected import NotExpected
from kiosk.domain.not_expected import Why
from kiosk.domain.refusal import N_
from kiosk.guestlists.answers import united
from kiosk.guestlists.recognised import Field
from kiosk.guestlists.recognised import Recognised


class Reason(StrEnum):
    """Why a row is not a guest of its own."""

    CANCELLED = "cancelled"
    NOT_GOING = "not_going"
    WAITING = "waiting"
    PENDING = "pending"
    INVITED = "invited"
    UNKNOWN_STATUS = "unknown_status"
    NOT_CHOSEN = "not_chosen"
    NO_NAME = "no_name"
    REPEATED = "repeated"

    @property
    def sentence(self) -> str:
        """The reason in words, a message id."""
        return _SENTENCES[self]

    @property
    def why(self) -> Why | None:
        """What the door is to say of the person, or None where the row was left out for no status."""
        return _WHYS.get(self)


_WHYS = {
    Reason.CANCELLED: Why.CANCELLED,
    Reason.NOT_GOING: Why.NOT_GOING,
    Reason.WAITING: Why.WAITING,
    Reason.PENDING: Why.PENDING,
    Reason.INVITED: Why.INVITED,
    Reason.UNKNOWN_STATUS: Why.LEFT_OUT,
    Reason.NOT_CHOSEN: Why.LEFT_OUT,
}

_SENTENCES = {
    **{reason: why.sentence for reason, why in _WHYS.items()},
    Reason.UNKNOWN_STATUS: N_("The kiosk does not know the status in this row."),
    Reason.NOT_CHOSEN: N_("You chose to leave out this status."),
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
        tickets=max(guest.tickets, later.tickets),
        brings=max(guest.brings, later.brings),
        ticket_code=guest.ticket_code or later.ticket_code,
        interests=united((*guest.interests, *later.interests)),
        offers=united((*guest.offers, *later.offers)),
        asks=united((*guest.asks, *later.asks)),
        purposes=tuple(dict.fromkeys((*guest.purposes, *later.purposes))),
        attention=guest.attention or later.attention,
        age=guest.age or later.age,
    )


@dataclass(frozen=True, slots=True)
class Skipped:
    """A row that did not become a guest of its own, with its cells as they were."""

    row: int
    name: str
    reason: Reason
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """A column as the organizer chooses what it holds; `key` names it (see `Recognised.keys`)."""

    key: str
    header: str
    field: Field | None
    samples: tuple[str, ...]
    """A few of the things in it, to know it by."""


@dataclass(frozen=True, slots=True)
class Status:
    """A status as the organizer chooses who comes; `key` is its folded text."""

    key: str
    text: str
    count: int
    reason: Reason | None
    """Why those with it are left out; None where they come."""


@dataclass(frozen=True, slots=True)
class GuestList:
    """A list as it was read. Every row is accounted for: `total == len(guests) + len(skipped)`."""

    found: Recognised
    guests: tuple[Guest, ...]
    skipped: tuple[Skipped, ...]
    total: int
    unread_purposes: tuple[str, ...]
    """What guests wrote as their purpose and no phrase of the columns file stands for, each text once."""
    columns: tuple[Column, ...]
    statuses: tuple[Status, ...]
    """The most frequent first."""
    not_expected: tuple[NotExpected, ...] = ()
    """Those left out for their status whom no other row lets in."""
