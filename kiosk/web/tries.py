"""Limits guessing: badge codes, six digits, the passphrase, a tablet's PIN, names. Counts wrong tries alone."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import cast

from flask import current_app
from flask import request
from limits import parse
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from kiosk.domain.refusal import Refused
from kiosk.domain.refusal import TooManyTries

_LIMITS = {
    "badge": parse("20/minute"),
    "digits": parse("10/minute"),
    "passphrase": parse("5/15 minutes"),
    "pin": parse("5/5 minutes"),
    "name": parse("30/minute"),
}
_EVERYONE = {
    "badge": parse("200/minute"),
    "digits": parse("60/minute"),
    "passphrase": parse("60/hour"),
    "pin": parse("60/hour"),
    "name": parse("120/minute"),
}


class Tries:
    """Wrong tries of one process, forgotten when it stops. The laptop itself is never locked out."""

    def __init__(self) -> None:
        self._limiter = MovingWindowRateLimiter(MemoryStorage())
        self._judged_now: Counter[tuple[str, str]] = Counter()

    @contextmanager
    def guess(self, kind: str, wrong: type[Refused]) -> Iterator[None]:
        """Judge one guess inside; it was wrong if `wrong` is raised there.

        Refuses with `TooManyTries` before anything is looked at, and counts guesses still being judged as wrong ones:
        a thousand sent at once are no more than ten.
        """
        who = _who()
        if not _from_loopback() and self._left(kind, who) <= 0:
            raise TooManyTries
        self._judged_now[kind, who] += 1
        self._judged_now[kind, ""] += 1
        try:
            yield
        except wrong:
            self._limiter.hit(_LIMITS[kind], kind, who)
            self._limiter.hit(_EVERYONE[kind], kind)
            raise
        finally:
            self._judged_now[kind, who] -= 1
            self._judged_now[kind, ""] -= 1

    def _left(self, kind: str, who: str) -> int:
        own = self._limiter.get_window_stats(_LIMITS[kind], kind, who).remaining - self._judged_now[kind, who]
        everyones = self._limiter.get_window_stats(_EVERYONE[kind], kind).remaining - self._judged_now[kind, ""]
        return min(own, everyones)


def _who() -> str:
    return request.remote_addr or "unknown"


def _from_loopback() -> bool:
    return _who() in ("127.0.0.1", "::1")


def tries() -> Tries:
    return cast(Tries, current_app.extensions["tries"])
