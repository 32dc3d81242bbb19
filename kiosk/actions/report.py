"""Tell the organizer that something is not right, and put away what was read."""

from kiosk.domain.fact import Reported
from kiosk.domain.identifier import new_id
from kiosk.domain.refusal import NothingSaid
from kiosk.domain.report import LIMIT
from kiosk.domain.report import Report
from kiosk.domain.text import clean
from kiosk.store import attendees
from kiosk.store import reports
from kiosk.store.database import Change


def report(change: Change, attendee_id: str, text: str, request_key: str) -> None:
    """Keep a report for the organizer. The same one sent again is one."""
    attendees.need(change.connection, attendee_id)
    text = clean(text, LIMIT)
    if not text:
        raise NothingSaid
    written = Report(new_id(change.random), attendee_id, text, change.now)
    if reports.add(change.connection, written, request_key):
        change.tell(Reported())


def put_report_away(change: Change, report_id: str) -> None:
    """The organizer has read it; it goes off their page."""
    reports.put_away(change.connection, report_id, change.now)
    change.tell(Reported())
