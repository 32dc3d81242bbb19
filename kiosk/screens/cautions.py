"""What the organizer should see to, in words; nothing where all is well."""

from datetime import datetime
from datetime import timedelta

import sqlalchemy as sa

from kiosk.domain.caution import Caution
from kiosk.domain.refusal import N_
from kiosk.domain.surroundings import Surroundings
from kiosk.store import people
from kiosk.store import printed

_BEHIND = N_("The laptop’s clock is behind: somebody was checked in later than it says it is. Set it.")
_ELSEWHERE = N_(
    "Printed badges lead to %(old)s, but the kiosk is at %(new)s now. Join the network it was in, or print anew. "
    "Until then the doors read their typed codes."
)
_MOVED = N_("The kiosk was at %(old)s and is at %(new)s now. Tablets and phones find it there.")


def cautions(connection: sa.Connection, now: datetime, around: Surroundings) -> tuple[Caution, ...]:
    """About laptop, clock and database."""
    last = people.last_arrival_at(connection)
    behind = [Caution(_BEHIND)] if last and last > now + timedelta(minutes=1) else []
    return (*around.cautions, *behind)


def moved(connection: sa.Connection, around: Surroundings) -> Caution | None:
    """That the address in QR codes is another than on paper or than it was; the organizer may find that right."""
    old = next((address for address in printed.addresses(connection) if address != around.address), None)
    if old:
        return Caution(_ELSEWHERE, {"old": old, "new": around.address})
    if around.address != around.address_before:
        return Caution(_MOVED, {"old": around.address_before, "new": around.address})
    return None
