"""Guests who say themselves who they are: by their whole name, and where two share one, by something else they know."""

from kiosk.domain.attendee import Attendee
from kiosk.domain.text import fold

SHORTEST_END = 3
"""Letters of an e-mail address before the @ that tell two of one name apart."""


def is_full_name(typed: str, name: str) -> bool:
    """Whether the whole name was typed: case and accents set aside, its words in any order ("García, Ana")."""
    words = sorted(fold(typed).split())
    return bool(words) and words == sorted(fold(name).split())


def is_told_by(person: Attendee, typed: str) -> bool:
    """Whether this is their company, their e-mail address or the last letters of it before the @."""
    company, email = fold(person.company), person.email.casefold()
    end = typed.strip().casefold()
    if company and fold(typed) == company:
        return True
    return bool(email) and (end == email or (len(end) >= SHORTEST_END and email.partition("@")[0].endswith(end)))
