"""Give matches to be made their sign and their place, among all matches that are running, whatever made them."""

from collections.abc import Sequence
from random import Random

import sqlalchemy as sa

from kiosk.domain.beacon import Beacon
from kiosk.domain.beacon import allot_beacons
from kiosk.domain.spot import Spot
from kiosk.domain.spot import allot_spots
from kiosk.store import matches
from kiosk.store import prompts


def allot_signs(
    connection: sa.Connection, groups: Sequence[Sequence[str]], spots: Sequence[Spot], random: Random
) -> list[tuple[Beacon, str]]:
    """For each group of attendee ids a beacon that no match in sight has, and a spot with room, near if it can be."""
    in_use = [match.beacon for match in matches.in_sight(connection)]
    beacons = allot_beacons(len(groups), in_use, random)
    was_at = prompts.last_spots(connection, [who for group in groups for who in group])
    places = allot_spots(
        [len(group) for group in groups],
        spots,
        prompts.people_at_spots(connection),
        random,
        [[was_at[who] for who in group if who in was_at] for group in groups],
    )
    return list(zip(beacons, places, strict=True))
