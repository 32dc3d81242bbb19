"""Erasing one person, wherever it was asked for: in the database, and in every copy the kiosk has made of it."""

import logging

from kiosk.actions.erase_attendee import erase_attendee
from kiosk.actions.note_deed import note_deed
from kiosk.domain.audit import Deed
from kiosk.store import backups
from kiosk.store.database import Change
from kiosk.web.current import evening
from kiosk.web.guest_list import waiting_file

log = logging.getLogger(__name__)


def erase(attendee_id: str, by: str = "") -> bool:
    """Erase this person. True once nothing of them is left in the data folder; False where the backups could not be
    made anew just now: the clock does it within minutes. `by` is the screen of whoever does it for them.
    """
    now, topics = evening(), evening().topics

    def deed(change: Change) -> None:
        erase_attendee(change, attendee_id, topics)
        if by:
            note_deed(change, by, Deed.ERASED)

    backups.will_start_over(now.database)
    now.database.write(deed)
    now.forget_papers(attendee_id)
    waiting_file().unlink(missing_ok=True)  # a list that was only looked at may hold them too
    try:
        backups.start_over(now.database)
    except Exception:  # the disk is full, or somebody reads for long
        log.exception("backups still hold who was erased; tried again soon")
        return False
    return True
