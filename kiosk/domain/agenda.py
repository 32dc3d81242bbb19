"""What the organizer has set to happen by itself, and what to stay."""

from dataclasses import dataclass
from datetime import datetime
from datetime import time
from datetime import timedelta
from datetime import tzinfo

from kiosk.domain.refusal import NotATime
from kiosk.domain.scene import Scene

FARTHEST = timedelta(hours=18)
"""A round is set for this evening: a time that comes farther off has just passed."""


@dataclass(frozen=True, slots=True)
class Agenda:
    flow: bool = False
    next_round_at: datetime | None = None
    held: Scene | None = None
    """What the projector shows until another word."""
    ended_at: datetime | None = None
    """When the organizer ended the evening. What else is set counts again if it goes on after all."""

    @property
    def flows(self) -> bool:
        """Whether matching goes on by itself."""
        return self.flow and self.ended_at is None

    def is_due(self, now: datetime) -> bool:
        """Whether the time set for the next round has come."""
        return self.ended_at is None and self.next_round_at is not None and self.next_round_at <= now


def next_at(typed: str, now: datetime, zone: tzinfo) -> datetime:
    """When the clock of this zone next shows what was typed, such as "19:30"; `NotATime` if that is not tonight."""
    try:
        wanted = time.fromisoformat(typed.strip())
    except ValueError:
        raise NotATime from None
    here = now.astimezone(zone)
    today = datetime.combine(here.date(), wanted.replace(tzinfo=None), zone)
    comes = today if today > here else today + timedelta(days=1)
    if comes - here > FARTHEST:
        raise NotATime
    return comes
