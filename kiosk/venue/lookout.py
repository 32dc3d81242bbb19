"""Looks at the laptop while the evening goes on: its disk, its network, its clock."""

import time
from collections.abc import Callable
from pathlib import Path

import psutil

from kiosk.domain.caution import Caution
from kiosk.domain.refusal import N_

ROOM_MIB = 300
"""With less, a night of backups may not fit."""
JUMP_S = 60.0
"""How far the clock may stray from the steady one between two looks."""
TOLD_S = 1800.0
"""How long a jump of the clock is told."""
LONG_PAST = 1_767_225_600.0
"""The first second of 2026: a clock that says less was never set."""

_DISK = N_("The disk of this laptop is nearly full: %(free)s MiB are left. Make room, or soon nothing can be saved.")
_NO_NETWORK = N_("This laptop is in no network: phones and tablets cannot reach it. Join the evening’s Wi-Fi.")
_CLOCK = N_("The laptop’s clock is wrong: it says a day long past. Set it.")
_JUMPED = N_("The laptop’s clock jumped by %(minutes)s minutes. See whether it is right: rounds and files go by it.")


def steady() -> float:
    """Seconds on a clock nobody sets. It goes on while the laptop sleeps, where the system has such a one."""
    return time.clock_gettime(time.CLOCK_BOOTTIME) if hasattr(time, "CLOCK_BOOTTIME") else time.monotonic()


class Lookout:
    """`look` now and then; `cautions` are what was found last. `address` gives what QR codes point to."""

    def __init__(
        self,
        folder: Path,
        address: Callable[[], str],
        wall: Callable[[], float] = time.time,
        steady: Callable[[], float] = steady,
    ) -> None:
        self._folder = folder
        self._address = address
        self._wall = wall
        self._steady = steady
        self._ahead = wall() - steady()
        self._jumped_at = -TOLD_S
        self._jump_minutes = 0
        self.room_mib = ROOM_MIB
        self.address_before = address()
        self.cautions: tuple[Caution, ...] = ()

    def accept_address(self) -> None:
        """The organizer knows of the address as it is now."""
        self.address_before = self._address()

    def look(self) -> None:
        self.cautions = tuple(filter(None, (self._disk(), self._network(), self._clock())))

    def _disk(self) -> Caution | None:
        free = psutil.disk_usage(str(self._folder)).free // 2**20
        return Caution(_DISK, {"free": free}) if free < self.room_mib else None

    def _network(self) -> Caution | None:
        return Caution(_NO_NETWORK) if self._address().startswith("http://127.") else None

    def _clock(self) -> Caution | None:
        now, ahead = self._steady(), self._wall() - self._steady()
        if abs(ahead - self._ahead) >= JUMP_S:
            self._jumped_at, self._jump_minutes = now, max(1, round(abs(ahead - self._ahead) / 60))
        self._ahead = ahead
        if self._wall() < LONG_PAST:
            return Caution(_CLOCK)
        return Caution(_JUMPED, {"minutes": self._jump_minutes}) if now - self._jumped_at < TOLD_S else None
