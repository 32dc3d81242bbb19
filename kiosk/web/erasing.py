"""Erasing one person or everyone, wherever it was asked for: in the database, and in every copy the kiosk has made."""

import logging
from collections.abc import Callable

from kiosk.actions.erase_attendee import erase_attendee
from kiosk.actions.forget import forget_now
from kiosk.actions.note_deed import note_deed
from kiosk.domain.audit import Deed
from kiosk.domain.identifier import ANY_ID
from kiosk.store import backups
from kiosk.store.database import Change
from kiosk.web.current import evening

log = logging.getLogger(__name__)


def erase(attendee_id: str, by: str = "") -> bool:
    """Erase this person. `by` is the screen of whoever does it for them. What comes back is as of `_wholly`."""
    topics = evening().topics

    def deed(change: Change) -> None:
        erase_attendee(change, attendee_id, topics)
        if by:
            note_deed(change, by, Deed.ERASED)

    return _wholly(deed, attendee_id)


def erase_everyone(by: str) -> bool:
    """Forget the people of the evening at once, as the kiosk does by itself later."""

    def deed(change: Change) -> None:
        forget_now(change)
        note_deed(change, by, Deed.ALL_ERASED)

    return _wholly(deed, ANY_ID)


def _wholly(deed: Callable[[Change], None], whose: str) -> bool:
    """True once nothing of them is left in the data folder; False where the backups could not be made anew just now:
    the clock does it within minutes."""
    now = evening()
    backups.will_start_over(now.database)
    now.database.write(deed)
    now.forget_papers(whose)
    try:
        backups.start_over(now.database)
    except Exception:  # the disk is full, or somebody reads for long
        log.exception("backups still hold who was erased; tried again soon")
        return False
    return True
