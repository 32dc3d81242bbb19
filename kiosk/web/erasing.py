"""Erasing one person, wherever it was asked for: in the database, and in every copy the kiosk has made of it."""

import logging

from kiosk.actions.erase_attendee import erase_attendee
from kiosk.store import backups
from kiosk.web.current import evening
from kiosk.web.guest_list import waiting_file

log = logging.getLogger(__name__)


def erase(attendee_id: str) -> bool:
    """Erase this person. True once nothing of them is left in the data folder; False where the backups could not be
    made anew just now: the clock does it within minutes.
    """
    now = evening()
    backups.will_start_over(now.database)
    now.database.write(erase_attendee, attendee_id, now.topics)
    now.forget_papers(attendee_id)
    waiting_file().unlink(missing_ok=True)  # a list that was only looked at may hold them too
    try:
        backups.start_over(now.database)
    except Exception:  # the disk is full, or somebody reads for long
        log.exception("backups still hold who was erased; tried again soon")
        return False
    return True
