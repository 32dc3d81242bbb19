"""Who stands on a list and is not expected (see `domain/not_expected.py`). Found whole or not at all."""

from collections.abc import Collection
from collections.abc import Iterable

import sqlalchemy as sa

from kiosk.domain.not_expected import NotExpected
from kiosk.domain.not_expected import Why
from kiosk.domain.not_expected import name_key
from kiosk.store.schema import not_expected

_KEY_LIMIT = 400
_one_person = sa.select(not_expected.c.name, not_expected.c.ticket_key, not_expected.c.why).distinct()


def replace(connection: sa.Connection, fingerprint: str, people: Iterable[NotExpected]) -> None:
    """Keep these of the list with this fingerprint, in place of those it held before."""
    connection.execute(not_expected.delete().where(not_expected.c.fingerprint == fingerprint))
    rows = [
        {
            "fingerprint": fingerprint,
            "name": person.name,
            "name_key": name_key(person.name)[:_KEY_LIMIT],
            "ticket_key": person.ticket_key,
            "why": person.why,
        }
        for person in people
    ]
    if rows:
        connection.execute(not_expected.insert(), rows)


def named(connection: sa.Connection, name: str) -> list[NotExpected]:
    """Those whose whole name this is, its words in any order."""
    key = name_key(name)[:_KEY_LIMIT]
    return _read(connection, sa.and_(not_expected.c.name_key == key, not_expected.c.name_key != ""))


def with_ticket(connection: sa.Connection, keys: Collection[str]) -> list[NotExpected]:
    """Those whose ticket has one of these keys."""
    return _read(connection, sa.and_(not_expected.c.ticket_key.in_(keys), not_expected.c.ticket_key != ""))


def erase(connection: sa.Connection, name: str, ticket: str) -> None:
    """Keep nobody of this name any more, nor with this ticket's key where there is one."""
    same_ticket = sa.and_(not_expected.c.ticket_key == ticket, not_expected.c.ticket_key != "")
    same_name = not_expected.c.name_key == name_key(name)[:_KEY_LIMIT]
    connection.execute(not_expected.delete().where(sa.or_(same_name, same_ticket)))


def _read(connection: sa.Connection, those: sa.ColumnElement[bool]) -> list[NotExpected]:
    rows = connection.execute(_one_person.where(those).order_by(not_expected.c.name, not_expected.c.why))
    return [NotExpected(row.name, row.ticket_key, Why(row.why)) for row in rows]
