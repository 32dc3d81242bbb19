"""Random names for things that are seen outside: never counted, so nobody can walk through them."""

from random import Random

_LETTERS = "abcdefghijkmnopqrstuvwxyz2345678"

ANY_ID = "[a-z2-8]" * 16
"""What every one looks like, as a pattern of file names."""


def new_id(random: Random) -> str:
    """16 letters, 80 random bits; `random` must be the system's in production."""
    drawn = random.getrandbits(80)  # at once: the system's randomness is slow letter by letter
    return "".join(_LETTERS[drawn >> shift & 31] for shift in range(0, 80, 5))
