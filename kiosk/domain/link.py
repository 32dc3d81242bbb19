"""The one-time code that ties a browser to a role: 128 random bits in a QR, or six digits to type."""

from dataclasses import dataclass
from datetime import datetime
from datetime import timedelta
from hashlib import sha256
from random import Random

from kiosk.domain.access import Role

PHONE_LIFE = timedelta(seconds=120)
SCREEN_LIFE = timedelta(minutes=10)
"""A door or projector link is carried across the venue before it is opened."""


@dataclass(frozen=True, slots=True)
class Link:
    """`token` and `digits` are known only to whoever made the link; the store keeps their hashes."""

    role: Role
    name: str
    token: str
    digits: str
    expires_at: datetime
    attendee_id: str | None = None
    pin_hash: str = ""
    """Of the PIN of a tablet for guests, to be its device's."""


TOKEN_LENGTH = 32
"""Letters of a token: 128 bits in hexadecimal."""


def new_token(random: Random) -> str:
    """128 random bits in hexadecimal."""
    return f"{random.getrandbits(128):032x}"


def new_link(
    random: Random, role: Role, name: str, now: datetime, attendee_id: str | None = None, pin_hash: str = ""
) -> Link:
    """A link for `role`, good for one use until it expires."""
    life = PHONE_LIFE if role is Role.ATTENDEE else SCREEN_LIFE
    return Link(role, name, new_token(random), f"{random.randrange(10**6):06d}", now + life, attendee_id, pin_hash)


def token_hash(token: str) -> str:
    """What the store keeps of a token: who reads the database cannot sign in with it.

    A plain hash suffices for 128 random bits; the six digits live for minutes and their guesses are limited.
    """
    return sha256(token.encode()).hexdigest()
