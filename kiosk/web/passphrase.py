"""Asking for the passphrase: to sign in, and again before people's data leave the kiosk."""

from gevent.lock import BoundedSemaphore

from kiosk.domain.refusal import WrongPassphrase
from kiosk.native import offload
from kiosk.venue.secrets import passphrase_fits
from kiosk.web.current import evening
from kiosk.web.tries import tries

_one_at_a_time = BoundedSemaphore(1)
"""Each look takes 64 MiB on purpose (argon2): sixty guesses at once would take four gigabytes."""


def check_passphrase(typed: str) -> None:
    """Raises `WrongPassphrase`, or `TooManyTries` before even looking."""
    with tries().guess("passphrase", WrongPassphrase), _one_at_a_time:
        if not offload(passphrase_fits, evening().folder, typed[:200]):
            raise WrongPassphrase
