"""Badges on their way to paper, and the rolls they use up."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from kiosk.domain.print_job import PrintJob
from kiosk.domain.print_job import PrintState
from kiosk.domain.print_job import Trouble
from kiosk.domain.print_job import Why
from kiosk.domain.refusal import UnknownPrintJob
from kiosk.store.schema import print_jobs
from kiosk.store.schema import rolls

_UNDER_WAY = (PrintState.QUEUED, PrintState.PRINTING)


def _job(row: Any) -> PrintJob:
    why, trouble = row.why and Why(row.why), row.trouble and Trouble(row.trouble)
    return PrintJob(**{**row._mapping, "state": PrintState(row.state), "why": why, "trouble": trouble})


def add(connection: sa.Connection, job: PrintJob) -> None:
    connection.execute(
        print_jobs.insert().values(
            id=job.id,
            attendee_id=job.attendee_id,
            printer=job.printer,
            size=job.size,
            door=job.door,
            asked_at=job.asked_at,
            state=job.state,
            why=job.why,
        )
    )


def need(connection: sa.Connection, job_id: str) -> PrintJob:
    """The job with this id; `UnknownPrintJob` where there is none."""
    row = connection.execute(sa.select(print_jobs).where(print_jobs.c.id == job_id)).first()
    if row is None:
        raise UnknownPrintJob
    return _job(row)


def change(connection: sa.Connection, job_id: str, **values: Any) -> None:
    connection.execute(print_jobs.update().where(print_jobs.c.id == job_id).values(**values))


def take_next(connection: sa.Connection, printer: str) -> PrintJob | None:
    """The job of this printer that waits longest, made PRINTING; of two who take at once each gets another."""
    oldest = (
        sa.select(print_jobs.c.id)
        .where(print_jobs.c.printer == printer, print_jobs.c.state == PrintState.QUEUED)
        .order_by(print_jobs.c.asked_at, print_jobs.c.id)
        .limit(1)
    )
    row = connection.execute(
        print_jobs.update()
        .where(print_jobs.c.id == oldest.scalar_subquery(), print_jobs.c.state == PrintState.QUEUED)
        .values(state=PrintState.PRINTING)
        .returning(*print_jobs.c)
    ).first()
    return _job(row) if row else None


def latest_of(connection: sa.Connection, attendee_id: str) -> PrintJob | None:
    """The last job for this person's badge."""
    return _first(connection, print_jobs.c.attendee_id == attendee_id)


def all_of(connection: sa.Connection, attendee_id: str) -> list[PrintJob]:
    """Every job for this person's badge, the first first."""
    chosen = sa.select(print_jobs).where(print_jobs.c.attendee_id == attendee_id)
    return [_job(row) for row in connection.execute(chosen.order_by(print_jobs.c.asked_at, print_jobs.c.id))]


def printed_of(connection: sa.Connection, attendee_id: str) -> PrintJob | None:
    """The last time this person's badge came out."""
    return _first(connection, print_jobs.c.attendee_id == attendee_id, print_jobs.c.state == PrintState.PRINTED)


def under_way_of(connection: sa.Connection, attendee_id: str) -> PrintJob | None:
    return _first(connection, print_jobs.c.attendee_id == attendee_id, print_jobs.c.state.in_(_UNDER_WAY))


def of_door(connection: sa.Connection, door: str, ended_since: datetime) -> list[PrintJob]:
    """What this door asked for and has not had, failures among it, and what came out since then; the last first."""
    rows = connection.execute(
        sa.select(print_jobs)
        .where(
            print_jobs.c.door == door,
            sa.or_(print_jobs.c.state != PrintState.PRINTED, print_jobs.c.ended_at >= ended_since),
        )
        .order_by(print_jobs.c.asked_at.desc(), print_jobs.c.id)
    )
    return [_job(row) for row in rows]


def not_printed(connection: sa.Connection) -> list[PrintJob]:
    """Every job that is under way or failed, the first first."""
    rows = connection.execute(
        sa.select(print_jobs)
        .where(print_jobs.c.state != PrintState.PRINTED)
        .order_by(print_jobs.c.asked_at, print_jobs.c.id)
    )
    return [_job(row) for row in rows]


def people_with_a_badge(connection: sa.Connection) -> set[str]:
    """Whose badge came out or is on its way."""
    wanted = print_jobs.c.state.in_((*_UNDER_WAY, PrintState.PRINTED))
    return set(connection.scalars(sa.select(print_jobs.c.attendee_id).where(wanted)))


def drop(connection: sa.Connection, ids: Collection[str]) -> None:
    connection.execute(print_jobs.delete().where(print_jobs.c.id.in_(ids)))


def load_roll(connection: sa.Connection, printer: str, labels: int) -> None:
    """A new roll of so many labels is in this printer."""
    connection.execute(rolls.delete().where(rolls.c.printer == printer))
    connection.execute(rolls.insert().values(printer=printer, labels=labels, used=0))


def use_label(connection: sa.Connection, printer: str) -> None:
    connection.execute(rolls.update().where(rolls.c.printer == printer).values(used=rolls.c.used + 1))


def labels_left(connection: sa.Connection) -> dict[str, int]:
    """How many labels are left in the printers whose roll is known."""
    return {row.printer: max(0, row.labels - row.used) for row in connection.execute(sa.select(rolls))}


def _first(connection: sa.Connection, *which: sa.ColumnElement[bool]) -> PrintJob | None:
    row = connection.execute(
        sa.select(print_jobs).where(*which).order_by(print_jobs.c.asked_at.desc(), print_jobs.c.id).limit(1)
    ).first()
    return _job(row) if row else None
