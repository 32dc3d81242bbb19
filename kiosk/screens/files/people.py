"""attendees.csv and arrivals.csv."""

from collections.abc import Mapping
from collections.abc import Sequence

import sqlalchemy as sa

from kiosk.domain.arrival import Arrival
from kiosk.domain.attendee import Attendee
from kiosk.domain.statement import Kind
from kiosk.screens.files.file import Clocks
from kiosk.screens.files.file import Column
from kiosk.screens.files.file import File
from kiosk.screens.files.file import listed
from kiosk.screens.files.file import table
from kiosk.screens.files.file import yes
from kiosk.store import arrivals
from kiosk.store import meetings


def attendees_file(connection: sa.Connection, people: Sequence[Attendee], clocks: Clocks) -> File:
    met = meetings.people_who_met(connection)

    def stated(name: str, kind: Kind, meaning: str) -> Column[Attendee]:
        return Column(name, f"{meaning}, in their words", lambda who: listed(s.text for s in who.stated(kind)))

    columns: tuple[Column[Attendee], ...] = (
        Column("attendee_id", "the same person has the same one in every file", lambda who: who.id),
        Column("name", "as on the badge", lambda who: who.name),
        Column("company", "as on the list or typed", lambda who: who.company),
        Column("title", "as on the list or typed", lambda who: who.title),
        Column("presence", "expected, here or left", lambda who: who.presence.value),
        *clocks.columns("arrived_at", "when they last came", lambda who: who.arrived_at),
        Column("walked_in", "yes where they stood on no list", lambda who: yes(who.walked_in)),
        Column("purposes", "why they came, the main purpose first", lambda who: listed(who.purposes)),
        stated("interests", Kind.INTEREST, "what they are into"),
        stated("offers", Kind.OFFER, "what they could help with"),
        stated("asks", Kind.ASK, "what they look for"),
        Column("has_met_someone", "yes or no", lambda who: yes(who.id in met)),
        Column(
            "email",
            "only where they agreed to your keeping it, else empty",
            lambda who: who.email if who.organizer_keeps_contact else "",
        ),
        Column(
            "phone",
            "only where they agreed to your keeping it, else empty",
            lambda who: who.phone if who.organizer_keeps_contact else "",
        ),
    )
    return table("attendees.csv", "Everyone on the guest list or walked in: one row a person.", columns, people)


def arrivals_file(connection: sa.Connection, names: Mapping[str, str], clocks: Clocks) -> File:
    columns: tuple[Column[Arrival], ...] = (
        Column("attendee_id", "who came", lambda came: came.attendee_id),
        Column("name", "their name", lambda came: names.get(came.attendee_id, "")),
        *clocks.columns("arrived_at", "when the kiosk took the check-in", lambda came: came.arrived_at),
        Column("door", "the device that took it", lambda came: came.door),
        *clocks.columns("undone_at", "when it was undone; empty where it stands", lambda came: came.undone_at),
        *clocks.columns(
            "taken_offline_at",
            "when a tablet that was cut off took it, by the kiosk's clock; else empty",
            lambda came: came.client_at,
        ),
    )
    return table(
        "arrivals.csv", "Every check-in, undone ones too: one row each.", columns, arrivals.all_of_them(connection)
    )
