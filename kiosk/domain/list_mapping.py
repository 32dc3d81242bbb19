"""What an organizer decided about a guest list, kept so that the next list with the same columns is read alike."""

from dataclasses import dataclass
from dataclasses import field


@dataclass(frozen=True, slots=True)
class ListMapping:
    """Columns and statuses that are not named here are read as the kiosk recognises them."""

    columns: dict[str, str] = field(default_factory=dict)
    """Column key (see `guestlists/columns.py`) to the field it holds, "" for a column not to be read."""
    statuses: dict[str, bool] = field(default_factory=dict)
    """Folded status to whether those with it come."""
