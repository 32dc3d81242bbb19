"""Looks each second whether someone is to be matched: two who are introduced, a round that is due, those
who wait in flow or in a round.

Everything is read and planned on native threads: sockets and the door do not feel it.
"""

from secrets import randbits
from time import monotonic

from kiosk.actions.match_waiting import match_waiting
from kiosk.actions.match_waiting import plan_waiting
from kiosk.actions.match_waiting import who_waits
from kiosk.actions.offer_introductions import offer_introductions
from kiosk.actions.offer_introductions import reason_introductions
from kiosk.actions.start_round import plan_next_round
from kiosk.actions.start_round import round_is_due
from kiosk.actions.start_round import start_round
from kiosk.domain.refusal import RoundStillRunning
from kiosk.domain.refusal import TooFewFree
from kiosk.evening import Evening
from kiosk.store import introductions

AGAIN_S = 15.0
"""After how long something that could not be matched is tried again, if nothing has changed by then."""


class Matchmaker:
    def __init__(self, evening: Evening) -> None:
        self._evening = evening
        self._in_vain: object = None
        self._again_at = 0.0

    def look(self) -> None:
        """Match whoever is to be matched now; often nobody."""
        self._offer_introductions()
        if self._evening.database.read_long(round_is_due, self._evening.database.clock()):
            self._start_round()
        else:
            self._match_waiting()

    def _offer_introductions(self) -> None:
        now = self._evening
        if now.database.read(introductions.waiting):
            reasoned = now.database.read_long(reason_introductions, now.topics, now.purposes, randbits(31))
            now.database.write(offer_introductions, reasoned, now.pace)

    def _start_round(self) -> None:
        now = self._evening
        if self._lately_in_vain("round"):
            return
        try:
            with now.phones_first.making_round():
                clock, share = now.database.clock(), now.settings.random_share
                planned = now.database.read_long(plan_next_round, clock, now.topics, now.purposes, randbits(31), share)
                now.database.write(start_round, planned, now.pace)
        except (TooFewFree, RoundStillRunning):
            self._was_in_vain("round")

    def _match_waiting(self) -> None:
        now = self._evening
        pool = now.database.read_long(who_waits, now.database.clock(), now.limits)
        if pool is None or self._lately_in_vain(pool.people):
            return
        planned = now.database.read_long(
            plan_waiting, now.database.clock(), pool, now.topics, now.purposes, randbits(31), now.settings.random_share
        )
        if not now.database.write(match_waiting, pool, planned, now.pace):
            self._was_in_vain(pool.people)

    def _lately_in_vain(self, what: object) -> bool:
        return what == self._in_vain and monotonic() < self._again_at

    def _was_in_vain(self, what: object) -> None:
        self._in_vain, self._again_at = what, monotonic() + AGAIN_S
