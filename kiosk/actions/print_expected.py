"""Have the badges of everyone expected printed before the evening."""

from datetime import timedelta

from kiosk.domain.attendee import Presence
from kiosk.domain.fact import PrintingChanged
from kiosk.domain.identifier import new_id
from kiosk.domain.print_job import PrintJob
from kiosk.domain.text import fold
from kiosk.store import attendees
from kiosk.store import print_jobs
from kiosk.store import rehearsals
from kiosk.store.database import Change


def print_expected(change: Change, printer: str, size: str) -> int:
    """Queue a badge for everyone who has not come and has none yet, by name; how many that are."""
    having = print_jobs.people_with_a_badge(change.connection) | rehearsals.invented_people(change.connection)
    people = sorted(attendees.all_of_them(change.connection), key=lambda person: (fold(person.name), person.id))
    wanted = [who for who in people if who.presence is Presence.EXPECTED and who.id not in having]
    for place, person in enumerate(wanted):
        asked_at = change.now + timedelta(microseconds=place)  # the queue goes by it
        print_jobs.add(change.connection, PrintJob(new_id(change.random), person.id, printer, size, "", asked_at))
    change.tell(PrintingChanged(("",)))
    return len(wanted)
