"""Who is paired, kept in memory: every request asks, and seldom does the answer change."""

from kiosk.domain.access import Role
from kiosk.domain.device import Device
from kiosk.domain.fact import AttendeeArrived
from kiosk.domain.fact import Fact
from kiosk.store import devices
from kiosk.store.database import Database


class Pairings:
    """Paired, unrevoked devices as of the last commit. One for each database."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._known: dict[tuple[Role, str], Device] = {}
        database.listen(self._hear)

    def _hear(self, fact: Fact) -> None:
        # Whatever happens may have ended a pairing, save what happens most.
        if not isinstance(fact, AttendeeArrived):
            self._known.clear()

    def by_token(self, role: Role, token_hash: str) -> Device | None:
        """The device of this role with this token; None, asked anew each time, for a token nobody has."""
        known = self._known.get((role, token_hash))
        if known is None:
            # Read and kept without a pause: a fact that ends it is told later, and clears it.
            known = self._database.read(devices.by_token, role, token_hash)
            if known is not None:
                self._known[role, token_hash] = known
        return known
