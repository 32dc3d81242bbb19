"""The short public code on a badge: 8 characters of Crockford base32, 40 random bits. It identifies, it never signs in.

Alphabet and the letters read alike: Douglas Crockford, "Base 32", crockford.com/base32.html.
"""

from collections.abc import Container
from random import Random

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 8

_READ_ALIKE = str.maketrans({"O": "0", "I": "1", "L": "1"})


def new_badge_code(random: Random, taken: Container[str] = ()) -> str:
    """A fresh code drawn from `random`, which must be the system's in production; none of those `taken`."""
    while True:
        drawn = random.getrandbits(5 * LENGTH)
        code = "".join(ALPHABET[drawn >> shift & 31] for shift in range(0, 5 * LENGTH, 5))
        if code not in taken:
            return code


def read_badge_code(typed: str) -> str | None:
    """The code a person typed or a scanner sent, or None: any case, spaces and dashes, O for 0, I and L for 1."""
    code = typed.strip().upper().replace("-", "").replace(" ", "").translate(_READ_ALIKE)
    return code if len(code) == LENGTH and all(c in ALPHABET for c in code) else None
