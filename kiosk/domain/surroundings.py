"""What the kiosk knows of this moment that stands in no database."""

from dataclasses import dataclass
from dataclasses import field

from kiosk.domain.caution import Caution
from kiosk.domain.sighting import Sightings


@dataclass(frozen=True, slots=True)
class Surroundings:
    """`address` is what QR codes point to, `address_before` what they did when the kiosk was started or the organizer
    was last told."""

    sightings: Sightings = field(default_factory=Sightings)
    address: str = ""
    address_before: str = ""
    printers: tuple[str, ...] = ()
    backed_up: bool = False
    cautions: tuple[Caution, ...] = ()
    """About the laptop and the database."""
