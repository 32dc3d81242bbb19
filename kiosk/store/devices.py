"""Browsers that are known, by the hash of the token in their cookie."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa

from kiosk.domain.access import Role
from kiosk.domain.device import Device
from kiosk.store.schema import devices

_columns = (
    devices.c.id,
    devices.c.role,
    devices.c.name,
    devices.c.paired_at,
    devices.c.attendee_id,
    devices.c.revoked_at,
    devices.c.pin_hash,
)


def _device(row: Any) -> Device:
    return Device(**{**row._mapping, "role": Role(row.role)})


def add(connection: sa.Connection, device: Device, token_hash: str) -> None:
    connection.execute(
        devices.insert().values(
            id=device.id,
            role=device.role,
            name=device.name,
            attendee_id=device.attendee_id,
            token_hash=token_hash,
            pin_hash=device.pin_hash,
            paired_at=device.paired_at,
        )
    )


def by_token(connection: sa.Connection, role: Role, token_hash: str) -> Device | None:
    """The device of this role with this token, unless it was revoked."""
    row = connection.execute(
        sa.select(*_columns).where(
            devices.c.token_hash == token_hash, devices.c.role == role, devices.c.revoked_at.is_(None)
        )
    ).first()
    return _device(row) if row else None


def get(connection: sa.Connection, device_id: str) -> Device | None:
    row = connection.execute(sa.select(*_columns).where(devices.c.id == device_id)).first()
    return _device(row) if row else None


def revoke(connection: sa.Connection, device_id: str, revoked_at: datetime) -> None:
    connection.execute(devices.update().where(devices.c.id == device_id).values(revoked_at=revoked_at))


def revoke_paired_since(
    connection: sa.Connection, attendee_id: str, since: datetime, revoked_at: datetime
) -> tuple[str, ...]:
    """Revoke the phones linked to this attendee since then; the ids of those that were."""
    revoked = connection.scalars(
        devices.update()
        .where(devices.c.attendee_id == attendee_id, devices.c.paired_at >= since, devices.c.revoked_at.is_(None))
        .values(revoked_at=revoked_at)
        .returning(devices.c.id)
    )
    return tuple(revoked)


def revoke_role(connection: sa.Connection, role: Role, but_id: str, revoked_at: datetime) -> tuple[str, ...]:
    """Revoke every device of this role but one; the ids of those that were."""
    revoked = connection.scalars(
        devices.update()
        .where(devices.c.role == role, devices.c.id != but_id, devices.c.revoked_at.is_(None))
        .values(revoked_at=revoked_at)
        .returning(devices.c.id)
    )
    return tuple(revoked)


def in_use(connection: sa.Connection) -> list[Device]:
    """Every device that was not revoked, the newest last."""
    rows = connection.execute(sa.select(*_columns).where(devices.c.revoked_at.is_(None)).order_by(devices.c.paired_at))
    return [_device(row) for row in rows]


def phones_of(connection: sa.Connection, attendee_id: str) -> list[Device]:
    """The phones linked to this attendee, the newest first."""
    rows = connection.execute(
        sa.select(*_columns)
        .where(devices.c.attendee_id == attendee_id, devices.c.revoked_at.is_(None))
        .order_by(devices.c.paired_at.desc(), devices.c.id)
    )
    return [_device(row) for row in rows]


def has_phone(connection: sa.Connection, attendee_id: str) -> bool:
    """Whether this attendee has a phone linked."""
    found = connection.scalar(
        sa.select(devices.c.id).where(devices.c.attendee_id == attendee_id, devices.c.revoked_at.is_(None)).limit(1)
    )
    return found is not None


def people_with_a_phone(connection: sa.Connection) -> set[str]:
    """Attendees with at least one phone linked."""
    return set(
        connection.scalars(
            sa.select(devices.c.attendee_id).where(devices.c.role == Role.ATTENDEE, devices.c.revoked_at.is_(None))
        )
    )
