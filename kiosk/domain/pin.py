"""The PIN that lets a tablet for guests out of its one task: four to eight digits, chosen by the organizer."""

from kiosk.domain.link import token_hash
from kiosk.domain.refusal import PinMissing


def pin_hash(typed: str) -> str:
    """What is kept of a PIN, not to be read over a shoulder. Raises `PinMissing` where it is no PIN.

    It keeps nobody out who holds the database, and need not: guesses at the tablet are limited, and all that a right
    one does is to end what the tablet may do.
    """
    digits = typed.replace(" ", "")
    if not (4 <= len(digits) <= 8 and digits.isascii() and digits.isdigit()):
        raise PinMissing
    return token_hash(f"pin {digits}")
