"""Random names for things that are seen outside: never counted, so nobody can walk through them."""

from random import Random

_LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"


def new_id(random: Random) -> str:
    """16 letters, 80 random bits; `random` must be the system's in production."""
    return "".join(random.choice(_LETTERS) for _ in range(16))
