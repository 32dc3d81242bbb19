"""Begin the evening on one's phone: say why one came and what one agrees to."""

from collections.abc import Sequence

from kiosk.actions.agree_to_match import agree_to_match
from kiosk.actions.set_purposes import set_purposes
from kiosk.actions.set_shown import set_shown
from kiosk.domain.purpose import Purpose
from kiosk.store.database import Change


def begin(change: Change, attendee_id: str, purposes: Sequence[Purpose], matched: bool, shown: bool) -> None:
    """Keep the answers of the last step of the first minute together."""
    set_purposes(change, attendee_id, purposes)
    set_shown(change, attendee_id, shown)
    agree_to_match(change, attendee_id, matched)
