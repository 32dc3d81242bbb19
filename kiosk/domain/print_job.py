"""A badge on its way to paper, and what may go wrong on it."""

from dataclasses import dataclass
from datetime import datetime
from datetime import timedelta
from enum import StrEnum

from kiosk.domain.refusal import N_


class PrintState(StrEnum):
    QUEUED = "queued"
    PRINTING = "printing"
    PRINTED = "printed"
    FAILED = "failed"


class Why(StrEnum):
    """Why a badge that was printed is printed again."""

    SPOILED = "spoiled"
    LOST = "lost"
    CHANGED = "changed"

    @property
    def sentence(self) -> str:
        return _WHY[self]


_WHY = {
    Why.SPOILED: N_("It came out badly"),
    Why.LOST: N_("It is lost"),
    Why.CHANGED: N_("Something on it changed"),
}


class Trouble(StrEnum):
    """Why a badge did not come out. Each is a sentence a volunteer can act on."""

    UNREACHABLE = "unreachable"
    NO_PAPER = "no_paper"
    COVER_OPEN = "cover_open"
    JAMMED = "jammed"
    WRONG_ROLL = "wrong_roll"
    PAUSED = "paused"
    NO_QUEUE = "no_queue"
    CUT_OFF = "cut_off"
    SLOW = "slow"
    STOPPED = "stopped"
    NO_PRINTER = "no_printer"
    FAULT = "fault"

    @property
    def sentence(self) -> str:
        return _TROUBLES[self]


_TROUBLES = {
    Trouble.UNREACHABLE: N_("The printer cannot be reached. Is it on, and in the same network?"),
    Trouble.NO_PAPER: N_("The printer is out of paper."),
    Trouble.COVER_OPEN: N_("The printer’s cover is open."),
    Trouble.JAMMED: N_("The paper is jammed in the printer."),
    Trouble.WRONG_ROLL: N_("There is another roll in the printer than the settings say."),
    Trouble.PAUSED: N_("The printer is paused."),
    Trouble.NO_QUEUE: N_("This laptop knows no print queue of that name."),
    Trouble.CUT_OFF: N_("The connection to the printer broke while printing. See whether the badge came out."),
    Trouble.SLOW: N_("The printer does not go on. See whether it needs something."),
    Trouble.STOPPED: N_("The kiosk was stopped while printing. See whether the badge came out."),
    Trouble.NO_PRINTER: N_("This printer is not in the settings any more."),
    Trouble.FAULT: N_("The badge could not be printed."),
}


@dataclass(frozen=True, slots=True)
class PrintJob:
    """`door` is the name of the door that asked, empty for the organizer; `ended_at` is when it came out or failed."""

    id: str
    attendee_id: str
    printer: str
    size: str
    door: str
    asked_at: datetime
    state: PrintState = PrintState.QUEUED
    why: Why | None = None
    trouble: Trouble | None = None
    ended_at: datetime | None = None


FEW_LABELS = 20
"""From here on the organizer and the doors are told that a roll is nearly used up."""

FRESH = timedelta(minutes=5)
"""An arrival older than this was made while a tablet was cut off: its guest has long gone in."""
