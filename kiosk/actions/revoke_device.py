"""End what a browser may do, at once."""

from kiosk.domain.fact import DevicesChanged
from kiosk.domain.refusal import UnknownDevice
from kiosk.store import devices
from kiosk.store.database import Change


def revoke_device(change: Change, device_id: str) -> None:
    """Forget this browser: its next request and its open socket are a stranger's."""
    if devices.get(change.connection, device_id) is None:
        raise UnknownDevice
    devices.revoke(change.connection, device_id, change.now)
    change.tell(DevicesChanged(revoked_ids=(device_id,)))
