"""What the kiosk knows of this moment that stands in no database."""

from dataclasses import dataclass
from dataclasses import field

from kiosk.domain.sighting import Sightings


@dataclass(frozen=True, slots=True)
class Surroundings:
    sightings: Sightings = field(default_factory=Sightings)
