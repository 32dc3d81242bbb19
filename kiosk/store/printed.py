"""The addresses that stand on printed badges."""

from datetime import datetime

import sqlalchemy as sa

from kiosk.store.schema import printed_addresses


def addresses(connection: sa.Connection) -> list[str]:
    """The first printed first."""
    return list(connection.scalars(sa.select(printed_addresses.c.address).order_by(printed_addresses.c.printed_at)))


def add(connection: sa.Connection, address: str, printed_at: datetime) -> None:
    """Badges with this address were printed; that they were before changes nothing."""
    if address not in addresses(connection):
        connection.execute(printed_addresses.insert().values(address=address, printed_at=printed_at))


def keep_only(connection: sa.Connection, address: str) -> None:
    """Forget every other address."""
    connection.execute(printed_addresses.delete().where(printed_addresses.c.address != address))
