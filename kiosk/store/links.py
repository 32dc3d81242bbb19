"""One-time links, by hash."""

from datetime import datetime

import sqlalchemy as sa

from kiosk.domain.access import Role
from kiosk.domain.link import Link
from kiosk.domain.link import new_link
from kiosk.domain.link import token_hash
from kiosk.store.database import Change
from kiosk.store.schema import links

# Of every check-in: built once, since building a statement costs as much as running it.
_insert = links.insert()
_open = sa.select(links.c.token_hash).where(
    links.c.digits_hash == sa.bindparam("digits"), links.c.used_at.is_(None), links.c.expires_at > sa.bindparam("now")
)
_drop = links.delete().where(links.c.attendee_id == sa.bindparam("of_id"), links.c.used_at.is_(None))


def add_new(change: Change, role: Role, name: str, attendee_id: str | None = None, pin_hash: str = "") -> Link:
    """Draw a link and keep its hashes. Its six digits are ones no other open link has: typed, they mean one person."""
    link = new_link(change.random, role, name, change.now, attendee_id, pin_hash)
    while change.connection.execute(_open, {"digits": token_hash(link.digits), "now": change.now}).first():
        link = new_link(change.random, role, name, change.now, attendee_id, pin_hash)
    change.connection.execute(
        _insert,
        {
            "token_hash": token_hash(link.token),
            "digits_hash": token_hash(link.digits),
            "role": link.role,
            "name": link.name,
            "attendee_id": link.attendee_id,
            "pin_hash": link.pin_hash,
            "expires_at": link.expires_at,
        },
    )
    return link


def drop_open_of(connection: sa.Connection, attendee_id: str) -> None:
    """End someone's open links: a newer QR is the only one that works, and none where they are not here after all."""
    connection.execute(_drop, {"of_id": attendee_id})


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
        pin_hash=row.pin_hash,
    )
