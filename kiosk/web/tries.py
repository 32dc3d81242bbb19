"""Limits guessing: badge codes, six digits, the passphrase. Counts wrong tries alone."""

from typing import cast

from flask import current_app
from flask import request
from limits import parse
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from kiosk.domain.refusal import TooManyTries

_LIMITS = {
    "badge": parse("20/minute"),
    "digits": parse("10/minute"),
    "passphrase": parse("5/15 minutes"),
}
_EVERYONE = {
    "badge": parse("200/minute"),
    "digits": parse("60/minute"),
    "passphrase": parse("60/hour"),
}


class Tries:
    """Wrong tries of one process, forgotten when it stops. The laptop itself is never locked out."""

    def __init__(self) -> None:
        self._limiter = MovingWindowRateLimiter(MemoryStorage())

    def _locked(self, kind: str, who: str) -> bool:
        return not (self._limiter.test(_LIMITS[kind], kind, who) and self._limiter.test(_EVERYONE[kind], kind))

    def allow(self, kind: str) -> None:
        """Refuse with `TooManyTries` whoever has guessed too often; call before looking at the guess."""
        if not _from_loopback() and self._locked(kind, _who()):
            raise TooManyTries

    def wrong(self, kind: str) -> None:
        """Count a wrong guess."""
        self._limiter.hit(_LIMITS[kind], kind, _who())
        self._limiter.hit(_EVERYONE[kind], kind)


def _who() -> str:
    return request.remote_addr or "unknown"


def _from_loopback() -> bool:
    return _who() in ("127.0.0.1", "::1")


def tries() -> Tries:
    return cast(Tries, current_app.extensions["tries"])
