"""Looks at the clock: what has run out of time ends by itself, and what another process wrote is noticed."""

import logging
from collections.abc import Callable
from functools import partial

import gevent

from kiosk.actions.change_settings import change_settings
from kiosk.actions.forget import forget
from kiosk.actions.keep_time import keep_time
from kiosk.domain.refusal import NotSaved
from kiosk.domain.refusal import Refused
from kiosk.evening import Evening
from kiosk.live.matchmaker import Matchmaker
from kiosk.store import backups

log = logging.getLogger(__name__)

LOOK_S = 1.0
SCENE_S = 10.0
MINUTE_S = 60.0
BACKUP_S = 300.0
FORGET_S = 3600.0


def keep_looking(evening: Evening, every_ten_seconds: Callable[[], None], every_minute: Callable[[], None]) -> None:
    """Start looking, for as long as the process lives: each second at what has run out of time, and at who is to be
    matched; every ten at the laptop; each hour at what to forget. Every five minutes the evening is copied, where
    anything has changed.
    """
    database = evening.database

    def look() -> None:
        database.look_elsewhere()
        database.write(keep_time)

    def look_around() -> None:
        evening.lookout.look()
        every_ten_seconds()

    def look_back() -> None:
        if database.write(forget, evening.settings.keep_time):
            backups.start_over(database)
            evening.forget_papers()

    def look_at_settings() -> None:
        if wanted := evening.changed_settings():
            before, keep = evening.settings.keep_time, wanted.keep_time
            database.write(change_settings, before, keep, partial(evening.take_up, wanted))

    def copy() -> None:
        if backups.is_to_start_over(database):
            backups.start_over(database)
        elif database.has_changed():
            backups.make(database)

    gevent.spawn(_every, LOOK_S, look)
    gevent.spawn(_every, LOOK_S, look_at_settings)
    gevent.spawn(_every, LOOK_S, Matchmaker(evening).look)
    gevent.spawn(_every, SCENE_S, look_around)
    gevent.spawn(_every, MINUTE_S, every_minute)
    gevent.spawn(_every, BACKUP_S, copy)
    gevent.spawn(_every, FORGET_S, look_back)


def _every(seconds: float, look: Callable[[], None]) -> None:
    while True:
        try:
            look()
        except NotSaved:
            log.warning("the database is busy; time is kept a little later")
        except Refused as refusal:
            log.warning("not done: %s", refusal)
        except Exception:  # time must go on
            log.exception("keeping time failed")
        gevent.sleep(seconds)
