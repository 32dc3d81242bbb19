"""Before the evening: what is ready, and what is yet to be done."""

from dataclasses import dataclass

import sqlalchemy as sa

from kiosk.domain.access import Role
from kiosk.domain.surroundings import Surroundings
from kiosk.screens.devices import Paired
from kiosk.store import printed


@dataclass(frozen=True, slots=True)
class Readiness:
    list_imported: bool
    badges_printed: bool
    door_paired: bool
    phone_reached: bool
    projector_on: bool
    backed_up: bool

    @property
    def all_ready(self) -> bool:
        return all(getattr(self, each) for each in self.__slots__)


def readiness(connection: sa.Connection, expected: int, paired: Paired, around: Surroundings) -> Readiness:
    roles = {seen.device.role for seen in paired.screens}
    return Readiness(
        list_imported=expected > 0,
        badges_printed=bool(printed.addresses(connection)),
        door_paired=not roles.isdisjoint((Role.DOOR, Role.SELF_SERVICE)),
        phone_reached=around.sightings.guest_reached,
        projector_on=any(seen.device.role is Role.PROJECTOR and seen.last.connected for seen in paired.screens),
        backed_up=around.backed_up,
    )
