"""What staff did, to a person or with the evening: who, when and what, to be looked up afterwards."""

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
    BLOCKED = "blocked"
    UNBLOCKED = "unblocked"
    ERASED = "erased"
    ALL_ERASED = "all_erased"
    EXPORTED = "exported"
    UNLINKED = "unlinked"
    LIST = "list"
    TOPIC = "topic"
    REPORT = "report"
    PRINTED = "printed"
    ROLL = "roll"
    REHEARSAL_BEGUN = "rehearsal_begun"
    REHEARSAL_WIPED = "rehearsal_wiped"
    ROUND_STARTED = "round_started"
    ROUND_LENGTHENED = "round_lengthened"
    ROUND_ENDED = "round_ended"
    ROUND_SET = "round_set"
    FLOW_ON = "flow_on"
    FLOW_OFF = "flow_off"
    SCENE = "scene"
    MESSAGE = "message"
    MESSAGE_BACK = "message_back"
    EVENING_ENDED = "evening_ended"
    EVENING_GOES_ON = "evening_goes_on"
    ADDRESS = "address"
    SIGNED_IN = "signed_in"
    SIGNED_OUT = "signed_out"
    SCREEN_LINK = "screen_link"
    SCREEN_REMOVED = "screen_removed"
    SETTINGS = "settings"

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
    Deed.BLOCKED: N_("Blocked"),
    Deed.UNBLOCKED: N_("Unblocked"),
    Deed.ERASED: N_("A person erased"),
    Deed.ALL_ERASED: N_("Everyone erased"),
    Deed.EXPORTED: N_("Files downloaded"),
    Deed.UNLINKED: N_("Phone unlinked"),
    Deed.LIST: N_("Guest list brought in"),
    Deed.TOPIC: N_("Topic decided"),
    Deed.REPORT: N_("Report put away"),
    Deed.PRINTED: N_("Badges printed or dropped from the queue"),
    Deed.ROLL: N_("New roll of labels"),
    Deed.REHEARSAL_BEGUN: N_("Rehearsal begun"),
    Deed.REHEARSAL_WIPED: N_("Rehearsal wiped"),
    Deed.ROUND_STARTED: N_("Round started"),
    Deed.ROUND_LENGTHENED: N_("Round lengthened"),
    Deed.ROUND_ENDED: N_("Round ended"),
    Deed.ROUND_SET: N_("Time of the next round set"),
    Deed.FLOW_ON: N_("Flow turned on"),
    Deed.FLOW_OFF: N_("Flow turned off"),
    Deed.SCENE: N_("What the projector shows was chosen"),
    Deed.MESSAGE: N_("Message sent to everybody"),
    Deed.MESSAGE_BACK: N_("Message taken back"),
    Deed.EVENING_ENDED: N_("Evening ended"),
    Deed.EVENING_GOES_ON: N_("End of the evening taken back"),
    Deed.ADDRESS: N_("The laptop’s new address accepted"),
    Deed.SIGNED_IN: N_("Signed in"),
    Deed.SIGNED_OUT: N_("Organizers signed out elsewhere"),
    Deed.SCREEN_LINK: N_("Link for a screen made"),
    Deed.SCREEN_REMOVED: N_("Screen removed"),
    Deed.SETTINGS: N_("Settings changed"),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """`who` is the name of the screen it was done at; no attendee where it was about nobody, or they are erased."""

    at: datetime
    who: str
    deed: Deed
    attendee_id: str | None = None
