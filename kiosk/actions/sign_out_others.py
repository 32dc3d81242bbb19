"""Sign the organizer out, everywhere or everywhere else."""

from kiosk.domain.access import Role
from kiosk.domain.fact import DevicesChanged
from kiosk.store import devices
from kiosk.store.database import Change


def sign_out_others(change: Change, but_id: str = "") -> None:
    """End every organizer's session but that of the device `but_id`: their next requests are a stranger's."""
    ended = devices.revoke_role(change.connection, Role.ORGANIZER, but_id, change.now)
    change.tell(DevicesChanged(revoked_ids=ended))
