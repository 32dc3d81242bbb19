"""What attendees report to the organizer."""

from datetime import datetime

import sqlalchemy as sa

from kiosk.domain.report import Report
from kiosk.store.schema import reports


def add(connection: sa.Connection, report: Report, request_key: str) -> bool:
    """Keep a report; one that came with this key before is kept already. Whether it is new."""
    if connection.scalar(sa.select(reports.c.id).where(reports.c.request_key == request_key)) is not None:
        return False
    connection.execute(
        reports.insert().values(
            id=report.id,
            by_id=report.by_id,
            text=report.text,
            reported_at=report.reported_at,
            request_key=request_key,
        )
    )
    return True


def unseen(connection: sa.Connection) -> list[Report]:
    """Reports the organizer has not put away, the first first."""
    columns = [column for column in reports.c if column.name != "request_key"]
    chosen = sa.select(*columns).where(reports.c.seen_at.is_(None)).order_by(reports.c.reported_at, reports.c.id)
    return [Report(**row._mapping) for row in connection.execute(chosen)]


def by(connection: sa.Connection, attendee_id: str) -> list[Report]:
    """What this person reported, the first first."""
    columns = [column for column in reports.c if column.name != "request_key"]
    chosen = sa.select(*columns).where(reports.c.by_id == attendee_id).order_by(reports.c.reported_at, reports.c.id)
    return [Report(**row._mapping) for row in connection.execute(chosen)]


def put_away(connection: sa.Connection, report_id: str, seen_at: datetime) -> None:
    connection.execute(reports.update().where(reports.c.id == report_id).values(seen_at=seen_at))
