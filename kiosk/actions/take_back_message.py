"""Take the message to everybody back."""

from kiosk.domain.fact import MessageChanged
from kiosk.domain.refusal import SoAlready
from kiosk.store import messages
from kiosk.store.database import Change


def take_back_message(change: Change) -> None:
    """It vanishes from every screen. `SoAlready` where none stands."""
    if not messages.take_back(change.connection):
        raise SoAlready
    change.tell(MessageChanged())
