"""A badge scanned before the phone was linked: its code waits in the browser's own signed cookie for a while."""

from datetime import datetime
from datetime import timedelta

from flask import session

_KEPT_FOR = timedelta(minutes=10)
_CODE_LIMIT = 32


def keep_scan(code: str, now: datetime) -> None:
    """Remember the code, whether there is such a badge or not: a stranger learns nothing from it."""
    session["scanned"] = [code[:_CODE_LIMIT], now.timestamp()]


def kept_scan(now: datetime) -> str | None:
    """The code kept lately, and no longer; None where there is none."""
    code, at = session.pop("scanned", ("", 0.0))
    return code if code and now.timestamp() - at < _KEPT_FOR.total_seconds() else None
