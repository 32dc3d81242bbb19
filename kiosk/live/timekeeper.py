"""Looks at the clock: what has run out of time ends by itself, and what another process wrote is noticed."""

import logging

import gevent

from kiosk.actions.keep_time import keep_time
from kiosk.domain.refusal import NotSaved
from kiosk.store.database import Database

log = logging.getLogger(__name__)

LOOK_S = 1.0


def keep_looking(database: Database) -> None:
    """Start looking, once a second, for as long as the process lives."""

    def look() -> None:
        while True:
            gevent.sleep(LOOK_S)
            try:
                database.look_elsewhere()
                database.write(keep_time)
            except NotSaved:
                log.warning("the database is busy; time is kept a little later")
            except Exception:  # time must go on
                log.exception("keeping time failed")

    gevent.spawn(look)
