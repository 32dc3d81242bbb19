"""A person of the evening: on the guest list or walked in."""

from dataclasses import dataclass
from dataclasses import field
from datetime import datetime
from datetime import timedelta
from enum import StrEnum

from kiosk.domain.meeting import Contact
from kiosk.domain.purpose import Purpose
from kiosk.domain.statement import Kind
from kiosk.domain.statement import Statement

REST = timedelta(minutes=15)
"""How long a rest lasts that ends by itself."""

SOON = timedelta(minutes=30)
"""Who leaves within it is matched first."""


class Presence(StrEnum):
    EXPECTED = "expected"
    HERE = "here"
    LEFT = "left"


class Mood(StrEnum):
    """What someone who is here is open to."""

    FREE = "free"
    TALKING = "talking"
    RESTING = "resting"


@dataclass(frozen=True, slots=True)
class Attendee:
    """One person. `id` is random and may be seen outside; `badge_code` is printed; neither signs anyone in.

    `email` and `phone` are contact details: they leave the store only for their owner and, after both agreed,
    for the person they were shared with.
    """

    id: str
    badge_code: str
    name: str
    company: str = ""
    title: str = ""
    email: str = ""
    phone: str = ""
    registration: str = ""
    """The order or booking their ticket came with; those who share one are a party."""
    ticket_code: str = ""
    """What the QR or barcode of their ticket holds, as the list gives it."""
    attention: str = ""
    """What the door reads before it welcomes them: a wheelchair, a speaker to be fetched."""
    note: str = ""
    """A line the door keeps about them, for the other doors and the organizer."""
    presence: Presence = Presence.EXPECTED
    mood: Mood = Mood.FREE
    agreed_to_match: bool | None = None
    """Agreed to be matched with others; None until they were asked. Nobody is without their yes."""
    shown: bool = False
    """Agreed to be named on the projector."""
    organizer_keeps_contact: bool = False
    """Agreed to the organizer keeping their e-mail and telephone in the files afterwards."""
    walked_in: bool = False
    minor: bool = False
    """Never sent to anybody."""
    blocked: bool = False
    """Sent to nobody until the organizer says otherwise."""
    meets_colleagues: bool = False
    """Would be sent to people of their own company too."""
    small_group: bool = False
    """Would rather be three or four than two."""
    arrived_at: datetime | None = None
    rests_until: datetime | None = None
    """When a rest ends by itself; None for one that lasts until they say so."""
    leaves_at: datetime | None = None
    """When they said they would leave."""
    free_since: datetime | None = None
    """When they last became free: by arriving, or out of a conversation or a rest."""
    purposes: tuple[Purpose, ...] = ()
    """Why they came, the main one first."""
    statements: tuple[Statement, ...] = field(default=())

    def stated(self, kind: Kind) -> tuple[Statement, ...]:
        """Their interests, offers or asks, in the order they were given."""
        return tuple(s for s in self.statements if s.kind is kind)

    @property
    def line(self) -> str:
        """What stands under their name: title and company."""
        return ", ".join(part for part in (self.title, self.company) if part)

    def contact(self, field: Contact) -> str:
        return self.email if field is Contact.EMAIL else self.phone

    @property
    def free(self) -> bool:
        """Here, open to be matched, asked for it, grown up, and not blocked."""
        here = self.presence is Presence.HERE and self.mood is Mood.FREE
        return here and self.agreed_to_match is True and not self.minor and not self.blocked

    def leaves_soon(self, now: datetime) -> bool:
        return self.leaves_at is not None and self.leaves_at <= now + SOON
