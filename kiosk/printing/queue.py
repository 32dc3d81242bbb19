"""The print queue at work: one greenlet a printer takes its jobs, one after the other, and prints them.

A check-in waits for none of it. Badges are drawn on native threads; waiting for a printer holds up nothing but its own
queue. What a printer does is noted in the database, and the door that asked is repainted by the fact of it.
"""

import logging

import gevent
from gevent.event import Event

from kiosk.actions.end_interrupted_printing import end_interrupted_printing
from kiosk.actions.end_interrupted_printing import end_printing_nowhere
from kiosk.actions.end_print_job import end_print_job
from kiosk.actions.note_printed import note_printed
from kiosk.actions.print_on_arrival import print_on_arrival
from kiosk.actions.take_print_job import take_print_job
from kiosk.badges.port import PrinterError
from kiosk.badges.printer import Printer
from kiosk.badges.printer import deliver
from kiosk.badges.printer import prepare
from kiosk.domain.fact import AttendeeArrived
from kiosk.domain.fact import ChangedElsewhere
from kiosk.domain.fact import Fact
from kiosk.domain.fact import PrintingChanged
from kiosk.domain.fact import SettingsChanged
from kiosk.domain.print_job import PrintJob
from kiosk.domain.print_job import Trouble
from kiosk.domain.refusal import NotSaved
from kiosk.domain.refusal import Refused
from kiosk.domain.refusal import UnknownAttendee
from kiosk.domain.refusal import UnknownPrintJob
from kiosk.evening import Evening
from kiosk.native import offload
from kiosk.store import attendees
from kiosk.store.database import Change

log = logging.getLogger(__name__)

HOLD_S = 5.0
"""After a trouble, how long a printer is left alone; whoever asks for a badge ends the pause at once."""


class PrintQueue:
    """Give it to `Database.listen` and start it."""

    def __init__(self, evening: Evening) -> None:
        self._evening = evening
        self._calls: dict[str, Event] = {}

    def start(self) -> None:
        self._evening.database.write(end_interrupted_printing, self._evening.printers)
        self._put_to_work()

    def _put_to_work(self) -> None:
        """Somebody works at each printer of the settings, and looks after it now; whose printer is gone sees that."""
        for name in self._evening.printers.keys() - self._calls.keys():
            self._calls[name] = Event()
            gevent.spawn(self._work, name)
        for call in self._calls.values():
            call.set()

    def __call__(self, fact: Fact) -> None:
        """Take one fact in; quick, since a check-in waits for it."""
        match fact:
            case AttendeeArrived(attendee_id=who) if self._calls and self._evening.settings.print_at_check_in:
                gevent.spawn(self._print_on_arrival, who)
            case SettingsChanged():
                self._put_to_work()
            case PrintingChanged() | ChangedElsewhere():
                for call in self._calls.values():
                    call.set()

    def _print_on_arrival(self, attendee_id: str) -> None:
        def at_door(door: str) -> tuple[str, str] | None:
            printer = self._evening.printer_for(door)
            return (printer.name, printer.size.name) if printer else None

        try:
            self._evening.database.write(print_on_arrival, attendee_id, at_door)
        except Refused:
            log.warning("a badge was not put into the queue; it can be printed from its page")

    def _work(self, name: str) -> None:
        call = self._calls[name]
        while name in self._evening.printers:
            call.wait()
            call.clear()
            try:
                while (printer := self._evening.printers.get(name)) and (job := self._take(name)):
                    call.clear()  # taking it was told too
                    trouble = self._print(job, printer)
                    try:
                        self._evening.database.write(self._end, job.id, trouble)
                    except UnknownPrintJob:  # erased while it was printed
                        self._evening.forget_papers(job.attendee_id)
                    call.clear()
                    if trouble:
                        call.wait(HOLD_S)
            except NotSaved:
                log.warning("the database is busy; printing goes on a little later")
                gevent.sleep(HOLD_S)
                call.set()
            except Exception:  # one badge must not end the printing of all others
                log.exception("printing failed")
                gevent.sleep(HOLD_S)
                call.set()
        del self._calls[name]
        self._evening.database.write(end_printing_nowhere, self._evening.printers)

    def _end(self, change: Change, job_id: str, trouble: Trouble | None) -> None:
        end_print_job(change, job_id, trouble)
        if trouble is None:
            note_printed(change, self._evening.address)

    def _take(self, name: str) -> PrintJob | None:
        return self._evening.database.write(take_print_job, name)

    def _print(self, job: PrintJob, printer: Printer) -> Trouble | None:
        """Print one badge as the person is known now; what went wrong, or None."""
        try:
            person = self._evening.database.read(attendees.need, job.attendee_id)
            badge = self._evening.badge_of(person)
            prepared = offload(prepare, printer, badge, self._evening.fonts, self._evening.look)
            deliver(printer, prepared, person.id)
        except PrinterError as error:
            return error.trouble
        except UnknownAttendee:  # erased since it was asked for
            return Trouble.STOPPED
        except Exception:  # said at the door, and in full in the log
            log.exception("a badge could not be printed on %s", printer.name)
            return Trouble.FAULT
        return None
