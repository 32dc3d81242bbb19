"""Asking for the passphrase: to sign in, and again before people's data leave the kiosk."""

from kiosk.domain.refusal import WrongPassphrase
from kiosk.native import offload
from kiosk.venue.secrets import passphrase_fits
from kiosk.web.current import evening
from kiosk.web.tries import tries


def check_passphrase(typed: str) -> None:
    """Raises `WrongPassphrase`, or `TooManyTries` before even looking."""
    tries().allow("passphrase")
    if not offload(passphrase_fits, evening().folder, typed[:200]):
        tries().wrong("passphrase")
        raise WrongPassphrase
