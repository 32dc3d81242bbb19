"""The page on which the files afterwards are fetched."""

import io
import re
from zipfile import ZipFile

from kiosk.domain.access import Role
from kiosk.domain.audit import Deed
from kiosk.evening import Evening
from kiosk.store import attendees
from kiosk.store import audit
from kiosk.store import tallies
from tests.party import Party
from tests.web.conftest import PASSPHRASE
from tests.web.conftest import Screens


def test_the_page_says_of_each_file_what_is_in_it_and_of_no_other(screen: Screens) -> None:
    organizer = screen(Role.ORGANIZER)
    told = re.findall(r"<dt>([\w.]+)</dt><dd>\S", organizer.get("/organizer/export").text)
    packed = organizer.post("/organizer/export", data={"passphrase": PASSPHRASE}).data
    assert sorted(told) == sorted(name.rpartition("/")[2] for name in ZipFile(io.BytesIO(packed)).namelist())


CANARY = b"Canary7f3a9"


def test_everyone_is_erased_at_once_from_the_page_and_only_with_the_passphrase(
    screen: Screens, evening: Evening, party: Party
) -> None:
    organizer, phone = screen(Role.ORGANIZER), screen(Role.ATTENDEE)
    party.arrives(CANARY.decode())
    guests = (io.BytesIO(b"name\n" + CANARY + b"\n"), "guests.csv")
    assert organizer.post("/organizer/guest-list", data={"list": guests}).status_code == 200

    refused = organizer.post("/organizer/export/erase", data={"passphrase": "bees"})
    assert refused.status_code == 403
    assert "That is not the passphrase." in refused.text
    assert len(party.database.read(attendees.all_of_them)) == 2

    erased = organizer.post("/organizer/export/erase", data={"passphrase": PASSPHRASE}, follow_redirects=True)
    assert "Nothing about them is left on the laptop." in erased.text
    assert party.database.read(attendees.all_of_them) == []
    assert [file.name for file in evening.folder.rglob("*") if file.is_file() and CANARY in file.read_bytes()] == []
    assert phone.get("/me").status_code == 403
    (tally,) = party.database.read(tallies.all_of_them)
    assert tally.came == 2
    assert [entry.deed for entry in party.database.read(audit.latest, 10)] == [Deed.ALL_ERASED]
