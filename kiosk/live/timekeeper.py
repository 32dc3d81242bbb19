"""Looks at the clock: what has run out of time ends by itself, and what another process wrote is noticed."""

import logging
from collections.abc import Callable
from datetime import timedelta

import gevent

from kiosk.actions.forget import forget
from kiosk.actions.keep_time import keep_time
from kiosk.domain.refusal import NotSaved
from kiosk.store.database import Database

log = logging.getLogger(__name__)

LOOK_S = 1.0
FORGET_S = 3600.0


def keep_looking(database: Database, keep: timedelta) -> None:
    """Start looking, for as long as the process lives: at the round each second, at what to forget each hour."""

    def look() -> None:
        database.look_elsewhere()
        database.write(keep_time)

    def look_back() -> None:
        if database.write(forget, keep):
            database.compact()

    gevent.spawn(_every, LOOK_S, look)
    gevent.spawn(_every, FORGET_S, look_back)


def _every(seconds: float, look: Callable[[], None]) -> None:
    while True:
        try:
            look()
        except NotSaved:
            log.warning("the database is busy; time is kept a little later")
        except Exception:  # time must go on
            log.exception("keeping time failed")
        gevent.sleep(seconds)
