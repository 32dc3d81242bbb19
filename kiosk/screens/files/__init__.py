"""The files afterwards: one table each, every column with what it means."""

import sqlalchemy as sa

from kiosk.domain.topic import Topics
from kiosk.screens.files.file import Clocks
from kiosk.screens.files.file import File
from kiosk.screens.files.matched import introductions_file
from kiosk.screens.files.matched import matches_file
from kiosk.screens.files.matched import meetings_file
from kiosk.screens.files.noted import audit_file
from kiosk.screens.files.people import arrivals_file
from kiosk.screens.files.people import attendees_file
from kiosk.screens.files.said import asks_file
from kiosk.screens.files.said import topics_file
from kiosk.screens.files.tallied import evenings_file
from kiosk.store import attendees


def files(connection: sa.Connection, clocks: Clocks, topics: Topics) -> tuple[File, ...]:
    """Every file. A no is in none of them, nor is anyone's e-mail or telephone without their yes."""
    people = attendees.all_of_them(connection)
    names = {person.id: person.name for person in people}
    return (
        attendees_file(connection, people, clocks),
        arrivals_file(connection, names, clocks),
        matches_file(connection, names, clocks),
        meetings_file(connection, names, clocks),
        introductions_file(connection, names, clocks),
        asks_file(connection, people, topics),
        topics_file(people, topics),
        audit_file(connection, names, clocks),
        evenings_file(connection, clocks),
    )
