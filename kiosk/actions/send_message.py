"""Say one line to everybody: on every phone, and on the projector if wished."""

from datetime import timedelta

from kiosk.domain.fact import MessageChanged
from kiosk.domain.message import LIMIT
from kiosk.domain.message import Message
from kiosk.domain.refusal import MessageMissing
from kiosk.domain.text import clean
from kiosk.store import messages
from kiosk.store.database import Change


def send_message(change: Change, text: str, stands_for: timedelta | None, on_projector: bool) -> None:
    """Have this message stand until it is taken back, or for so long; it takes the place of the one before."""
    text = clean(text, LIMIT)
    if not text:
        raise MessageMissing
    until = change.now + stands_for if stands_for else None
    messages.put(change.connection, Message(text, change.now, until, on_projector))
    change.tell(MessageChanged())
