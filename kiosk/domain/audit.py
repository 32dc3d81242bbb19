"""What staff did to a person, or with everybody's details: who, when and what, to be looked up afterwards."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kiosk.domain.refusal import N_


class Deed(StrEnum):
    CORRECTED = "corrected"
    CHECKED_IN = "checked_in"
    CHECKED_OUT = "checked_out"
    UNDONE = "undone"
    BADGE = "badge"
    LINK = "link"
    MATCHED = "matched"
    SHOWN = "shown"
    MINOR = "minor"
    ERASED = "erased"
    EXPORTED = "exported"

    @property
    def sentence(self) -> str:
        return _SENTENCES[self]


_SENTENCES = {
    Deed.CORRECTED: N_("Name or company corrected"),
    Deed.CHECKED_IN: N_("Checked in"),
    Deed.CHECKED_OUT: N_("Checked out"),
    Deed.UNDONE: N_("Check-in undone"),
    Deed.BADGE: N_("Another badge given"),
    Deed.LINK: N_("Phone link made"),
    Deed.MATCHED: N_("Matching agreed to or not, for them"),
    Deed.SHOWN: N_("Name on the projector set, for them"),
    Deed.MINOR: N_("Under age set"),
    Deed.ERASED: N_("A person erased"),
    Deed.EXPORTED: N_("Files downloaded"),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """`who` is the name of the screen it was done at; no attendee where it was about nobody, or they are erased."""

    at: datetime
    who: str
    deed: Deed
    attendee_id: str | None = None
