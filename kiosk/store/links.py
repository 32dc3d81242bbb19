"""One-time links, by hash."""

from datetime import datetime

import sqlalchemy as sa

from kiosk.domain.access import Role
from kiosk.domain.link import Link
from kiosk.domain.link import new_link
from kiosk.domain.link import token_hash
from kiosk.store.database import Change
from kiosk.store.schema import links


def add_new(change: Change, role: Role, name: str, attendee_id: str | None = None) -> Link:
    """Draw a link and keep its hashes. Its six digits are ones no other open link has: typed, they mean one person."""
    taken = _open_digits(change.connection, change.now)
    link = new_link(change.random, role, name, change.now, attendee_id)
    while token_hash(link.digits) in taken:
        link = new_link(change.random, role, name, change.now, attendee_id)
    change.connection.execute(
        links.insert().values(
            token_hash=token_hash(link.token),
            digits_hash=token_hash(link.digits),
            role=link.role,
            name=link.name,
            attendee_id=link.attendee_id,
            expires_at=link.expires_at,
        )
    )
    return link


def _open_digits(connection: sa.Connection, now: datetime) -> set[str]:
    return set(
        connection.scalars(sa.select(links.c.digits_hash).where(links.c.used_at.is_(None), links.c.expires_at > now))
    )


def drop_open_of(connection: sa.Connection, attendee_id: str) -> None:
    """End someone's open links: a newer QR is the only one that works, and none where they are not here after all."""
    connection.execute(links.delete().where(links.c.attendee_id == attendee_id, links.c.used_at.is_(None)))


def use(connection: sa.Connection, secret: str, now: datetime) -> Link | None:
    """Spend the open link with this token or these digits; None where there is none. Of a race, one wins."""
    secret_hash = token_hash(secret)
    row = connection.execute(
        sa.select(links).where(
            sa.or_(links.c.token_hash == secret_hash, links.c.digits_hash == secret_hash),
            links.c.used_at.is_(None),
            links.c.expires_at > now,
        )
    ).first()
    if row is None:
        return None
    connection.execute(links.update().where(links.c.token_hash == row.token_hash).values(used_at=now))
    return Link(
        role=Role(row.role),
        name=row.name,
        token="",
        digits="",
        expires_at=row.expires_at,
        attendee_id=row.attendee_id,
    )
