"""Someone on a guest list, as the list tells of them; not yet an attendee."""

from dataclasses import dataclass
from dataclasses import replace

from kiosk.domain.purpose import Purpose
from kiosk.domain.roll import is_address
from kiosk.domain.statement import Kind


@dataclass(frozen=True, slots=True)
class Guest:
    """One person of one list. `row` is the line a spreadsheet shows, the header being 1."""

    row: int
    name: str
    company: str = ""
    title: str = ""
    email: str = ""
    phone: str = ""
    keys: tuple[str, ...] = ()
    """What makes a row of this or the next list this person again (see `roll.py`)."""
    registration: str = ""
    """The order or booking the row belongs to: those who share one came together."""
    tickets: int = 1
    """How many people come on that order, as far as the list says."""
    brings: int = 0
    """How many people without a ticket of their own come along."""
    ticket_code: str = ""
    """What the QR or barcode of their ticket holds, as the list gives it (see `scanned.py`)."""
    interests: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    purposes: tuple[Purpose, ...] = ()
    attention: str = ""
    """To be read at the door before they are welcomed."""
    age: str = ""
    """As the list writes it (see `age.py`); of it is kept only whether they are a minor."""

    def known_by(self, keys: tuple[str, ...]) -> "Guest":
        """This guest with only these of their keys, and no address that is somebody else's."""
        return replace(self, keys=keys, email=self.email if any(map(is_address, keys)) else "")

    def words(self) -> dict[Kind, tuple[str, ...]]:
        """What they stated, by kind, as they wrote it."""
        return {Kind.INTEREST: self.interests, Kind.OFFER: self.offers, Kind.ASK: self.asks}
