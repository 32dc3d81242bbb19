"""Badges on their way to paper, as a door and the organizer see them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from datetime import timedelta

import sqlalchemy as sa

from kiosk.domain.attendee import Attendee
from kiosk.domain.attendee import Presence
from kiosk.domain.print_job import FEW_LABELS
from kiosk.domain.print_job import PrintJob
from kiosk.domain.print_job import PrintState
from kiosk.domain.print_job import Trouble
from kiosk.store import attendees
from kiosk.store import print_jobs

SHOWN_FOR = timedelta(seconds=60)
"""How long a door is told that a badge came out."""

SAMPLES = 12
"""Guests whose badges the organizer may look at: those with the longest names, where a layout fails first."""


@dataclass(frozen=True, slots=True)
class Print:
    job: PrintJob
    name: str


@dataclass(frozen=True, slots=True)
class DoorPrinting:
    """Of what this door asked to be printed, all that failed and the last of the rest, so that nothing of it pushes the
    guest off the screen; and printers whose roll is nearly used up."""

    prints: tuple[Print, ...]
    few: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class PrinterView:
    """A printer with what it has yet to print."""

    name: str
    waiting: int
    failed: int
    trouble: Trouble | None
    """Why the last that failed did."""
    labels_left: int | None
    """None where its roll is not known."""

    @property
    def few_left(self) -> bool:
        return self.labels_left is not None and self.labels_left <= FEW_LABELS


@dataclass(frozen=True, slots=True)
class PersonsBadge:
    """The last job for someone's badge, and the last time it came out."""

    latest: PrintJob | None
    printed: PrintJob | None


@dataclass(frozen=True, slots=True)
class BadgesScreen:
    people: tuple[Attendee, ...]
    """Everyone, by name."""
    samples: tuple[Attendee, ...]
    without: int
    """How many of those expected have no badge yet."""
    prints: tuple[Print, ...]
    """What waits, prints or failed."""
    labels: dict[str, int]
    """How many labels are left in the printers whose roll is known."""


def door_printing(connection: sa.Connection, door: str, now: datetime) -> DoorPrinting:
    jobs = print_jobs.of_door(connection, door, now - SHOWN_FOR)
    last = next((job for job in jobs if job.state is not PrintState.FAILED), None)
    jobs = [job for job in jobs if job.state is PrintState.FAILED or job is last]
    few = [(name, left) for name, left in print_jobs.labels_left(connection).items() if left <= FEW_LABELS]
    return DoorPrinting(_named(connection, jobs), tuple(sorted(few)))


def printers(connection: sa.Connection, names: Iterable[str]) -> tuple[PrinterView, ...]:
    """Those of the settings, and any other that was asked for a badge and has not printed it."""
    open_jobs, labels = print_jobs.not_printed(connection), print_jobs.labels_left(connection)
    views = []
    for name in dict.fromkeys((*names, *(job.printer for job in open_jobs))):
        failed = [job for job in open_jobs if job.printer == name and job.state is PrintState.FAILED]
        waiting = sum(job.printer == name for job in open_jobs) - len(failed)
        views.append(PrinterView(name, waiting, len(failed), failed[-1].trouble if failed else None, labels.get(name)))
    return tuple(views)


def persons_badge(connection: sa.Connection, attendee_id: str) -> PersonsBadge:
    return PersonsBadge(print_jobs.latest_of(connection, attendee_id), print_jobs.printed_of(connection, attendee_id))


def badges_screen(connection: sa.Connection) -> BadgesScreen:
    people = attendees.all_of_them(connection)
    having = print_jobs.people_with_a_badge(connection)
    longest = sorted(people, key=lambda person: (-len(person.name), person.name))[: SAMPLES - 1]
    return BadgesScreen(
        people=tuple(people),
        samples=(*people[:1], *(person for person in longest if person not in people[:1])),
        without=sum(person.presence is Presence.EXPECTED and person.id not in having for person in people),
        prints=_named(connection, print_jobs.not_printed(connection)),
        labels=print_jobs.labels_left(connection),
    )


def _named(connection: sa.Connection, jobs: list[PrintJob]) -> tuple[Print, ...]:
    known = attendees.names(connection, {job.attendee_id for job in jobs})
    return tuple(Print(job, known[job.attendee_id].name) for job in jobs)
