"""Whole tables, row by row, as JSON can hold them: the only file that knows no table by name."""

from collections.abc import Iterable
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from kiosk.store.schema import UtcDateTime
from kiosk.store.schema import metadata

NAMES = tuple(table.name for table in metadata.sorted_tables)
"""Every table, none before one it points to."""


def rows(connection: sa.Connection, name: str) -> list[dict[str, Any]]:
    """Every row of a table by its primary key; times as ISO 8601 in UTC."""
    table = metadata.tables[name]
    found = connection.execute(sa.select(table).order_by(*table.primary_key.columns))
    return [{column: _as_text(value) for column, value in row._mapping.items()} for row in found]


def is_empty(connection: sa.Connection, name: str) -> bool:
    return connection.execute(sa.select(metadata.tables[name]).limit(1)).first() is None


def fill(connection: sa.Connection, name: str, written: Iterable[Mapping[str, Any]]) -> None:
    """Put rows as `rows` gave them into an empty table. Raises ValueError for what does not fit it."""
    table = metadata.tables[name]
    try:
        read = [{column.name: _read(column, row[column.name]) for column in table.columns} for row in written]
        if read:
            connection.execute(table.insert(), read)
    except (KeyError, TypeError, AttributeError, ValueError, sa.exc.SQLAlchemyError) as error:
        raise ValueError(f"{name}: {type(error).__name__}") from error


def _as_text(value: object) -> object:
    return value.isoformat() if isinstance(value, datetime) else value


def _read(column: sa.Column[Any], value: Any) -> Any:
    if isinstance(column.type, UtcDateTime) and value is not None:
        return datetime.fromisoformat(value)
    if isinstance(column.type, sa.String) and not isinstance(value, str | None):
        raise TypeError(column.name)
    return value
