"""Guests with phones in one evening: checked in and linked over HTTP, then in Chromium on the page they live with."""

import re
from contextlib import ExitStack
from dataclasses import dataclass
from dataclasses import field
from itertools import count

from playwright.sync_api import Browser
from playwright.sync_api import Page
from playwright.sync_api import expect

from tests.browser.conftest import Device
from tests.serving import Served
from tests.serving import Visitor
from tests.serving import organizer_of
from tests.serving import paired_screen

SMALL = {"width": 360, "height": 740}
STATED = {
    "Ana": ("grant writing", "community gardens"),
    "Ben": ("community gardens", "grant writing"),
    "Cleo": ("baking", "cargo bikes"),
}
"""What guests of these names can help with, and look for; all of them are into beekeeping."""
_TAPS = count()


@dataclass
class Guest:
    name: str
    device: Device
    visitor: Visitor
    arrival_id: str
    badge_code: str

    @property
    def page(self) -> Page:
        return self.device.page

    def reads(self, headline: str) -> None:
        """This headline comes to stand on the phone, without the guest doing anything."""
        expect(self.page.get_by_role("heading", name=headline, level=1)).to_be_visible()

    def taps(self, button: str) -> None:
        self.page.get_by_role("button", name=button, exact=True).first.click()

    def shows(self, words: str) -> None:
        expect(self.page.get_by_text(words).first).to_be_visible()

    def hides(self, words: str) -> None:
        expect(self.page.get_by_text(words)).to_have_count(0)


@dataclass
class Room:
    browser: Browser
    served: Served
    guests: list[Guest] = field(default_factory=list)
    devices: list[Device] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.organizer = organizer_of(self.served)
        self.door = paired_screen(self.organizer, "door", "Door left")

    def comes(self, name: str, **options: object) -> Guest:
        """Someone comes, is linked and agrees to be matched; their phone lies open before them."""
        arrived = self.door.post("/door/walk-in", name=name, request_key=f"tap number {next(_TAPS)}")
        visitor = self.linked(arrived.text)
        offers, asks = STATED[name.split()[0]]
        for kind, text in (("offer", offers), ("ask", asks), ("interest", "beekeeping")):
            visitor.post("/me/topics", kind=kind, text=text)
        page = visitor.post("/me/welcome", agree="yes", shown="yes", purpose="learn").text
        code = re.search(r'class="badge-code"[^>]*>\s*([0-9A-Z]{4})\W*([0-9A-Z]{4})', page)
        undo = re.search(r"/door/arrivals/([a-z0-9]{16})/undo", arrived.text)
        assert code
        assert undo
        guest = Guest(name, self.phone(visitor, **options), visitor, undo[1], code[1] + code[2])
        guest.device.open("/me")
        self.guests.append(guest)
        return guest

    def linked(self, page_at_the_door: str) -> Visitor:
        """A phone linked by the six digits on this page of the door."""
        digits = re.search(r'class="digits">(\d{3})&nbsp;(\d{3})<', page_at_the_door)
        assert digits
        visitor = Visitor(self.served)
        assert visitor.post("/link/digits", digits=digits[1] + digits[2]).ok
        return visitor

    def phone(self, visitor: Visitor, **options: object) -> Device:
        """A small phone that is linked as this visitor is."""
        phone = Device(self.browser, self.served, SMALL, **{"has_touch": True, "is_mobile": True, **options})
        cookie = visitor.session.cookies["kiosk_attendee"]
        phone.context.add_cookies([{"name": "kiosk_attendee", "value": cookie, "url": phone.base}])
        self.devices.append(phone)
        return phone

    def undo(self, guest: Guest) -> None:
        assert self.door.post(f"/door/arrivals/{guest.arrival_id}/undo").ok

    def start_round(self) -> None:
        assert self.organizer.post("/organizer/rounds").ok

    def end_round(self) -> None:
        self.organizer.post("/organizer/rounds/end")

    def empty(self) -> None:
        """All leave by the door, so that the next to come have the room for themselves."""
        self.end_round()
        for guest in self.guests:
            self.door.post(f"/door/arrivals/{guest.arrival_id}/leave")
        with ExitStack() as all_of_them:  # also where one of them has seen something wrong
            for device in self.devices:
                all_of_them.callback(device.close)


def in_step(*guests: Guest, looks: str) -> None:
    """A picture of each guest's phone in this state; they differ in ground."""
    for guest in guests:
        guest.device.look(f"{looks}-{guest.name.split()[0].lower()}")
