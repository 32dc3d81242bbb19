"""Contacts as a file that telephones take in: vCard.

Version 3.0 (RFC 2426) rather than 4.0 (RFC 6350): every address book of the last twenty years reads it, and for names,
details and a note the two differ in nothing else. Text is UTF-8, lines are at most 75 octets and end in CRLF.
"""

from collections.abc import Iterable
from dataclasses import dataclass

_LONGEST = 75


@dataclass(frozen=True, slots=True)
class Card:
    """`uid` is the same whenever the same card is made: taken in twice, it is one contact."""

    uid: str
    name: str
    company: str = ""
    title: str = ""
    email: str = ""
    phone: str = ""
    note: str = ""


def vcards(cards: Iterable[Card]) -> bytes:
    """These cards as one file."""
    return b"".join(_vcard(card) for card in cards)


def _vcard(card: Card) -> bytes:
    # Which part of a name is the family's is not known and not guessed: a telephone shows it whole, as it was given.
    lines = ["BEGIN:VCARD", "VERSION:3.0", f"UID:{_text(card.uid)}", f"FN:{_text(card.name)}"]
    lines.append(f"N:;{_text(card.name)};;;")
    more = (("ORG", card.company), ("TITLE", card.title), ("EMAIL;TYPE=INTERNET", card.email), ("TEL", card.phone))
    lines += [f"{key}:{_text(value)}" for key, value in (*more, ("NOTE", card.note)) if value]
    return b"".join(_folded(line) for line in (*lines, "END:VCARD"))


def _text(value: str) -> str:
    r"""A value in which nothing is a separator.

    >>> _text("Bees; honey, wax\nand C:\\ drives")
    'Bees\\; honey\\, wax\\nand C:\\\\ drives'
    """
    escaped = value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return "\\n".join(escaped.splitlines())


def _folded(line: str) -> bytes:
    """The line, going on in further ones that begin with a space, broken between characters and never within one."""
    folded, width = [""], 0
    for character in line:
        size = len(character.encode())
        if width + size > _LONGEST:
            folded.append(" ")
            width = 1
        folded[-1] += character
        width += size
    return "".join(f"{part}\r\n" for part in folded).encode()
