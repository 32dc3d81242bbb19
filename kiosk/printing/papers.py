"""What the organizer prints before the evening: badges on sheets, table cards, the list to tick."""

import unicodedata
from collections.abc import Iterable
from typing import BinaryIO

import sqlalchemy as sa

from kiosk.badges.badge import Badge
from kiosk.badges.fonts import Fonts
from kiosk.badges.papers import Invitation
from kiosk.badges.papers import wifi_code
from kiosk.badges.papers import write_table_cards
from kiosk.badges.papers import write_tick_list
from kiosk.badges.sheets import write_badges
from kiosk.badges.size import Size
from kiosk.domain.attendee import Attendee
from kiosk.domain.attendee import Presence
from kiosk.domain.refusal import N_
from kiosk.domain.text import fold
from kiosk.evening import Evening
from kiosk.store import attendees


def expected(connection: sa.Connection) -> list[Attendee]:
    """Everyone who has not come yet, by name."""
    waited_for = [who for who in attendees.all_of_them(connection) if who.presence is Presence.EXPECTED]
    return sorted(waited_for, key=lambda who: (fold(who.name), who.id))


def badge_sheets(file: BinaryIO, people: Iterable[Attendee], evening: Evening, size: Size, first: int = 1) -> None:
    """A PDF of the badges of `people`, who may be handed over one by one. `first` is a place on the first sheet."""
    badges = (evening.badge_of(person) for person in people)
    write_badges(file, badges, size, evening.fonts, evening.look, first)


def blank_sheets(file: BinaryIO, codes: Iterable[str], evening: Evening, size: Size, first: int = 1) -> None:
    """A PDF of badges without a name, one for each code. `first` is a place on the first sheet."""
    badges = (Badge.blank(code, evening.address) for code in codes)
    write_badges(file, badges, size, evening.fonts, evening.look, first)


def table_cards(file: BinaryIO, evening: Evening) -> None:
    """A PDF of two cards that tell how to join, and the Wi-Fi before it where the settings name one."""
    address = evening.address
    join = Invitation(evening.say(N_("Scan to join")), address.upper(), (address.removeprefix("http://"),))
    wifi, password = evening.settings.wifi_name, evening.settings.wifi_password
    invitations = [join]
    if wifi:
        lines = (wifi, *filter(None, [password]))
        invitations.insert(0, Invitation(evening.say(N_("Join the Wi-Fi")), wifi_code(wifi, password), lines))
    write_table_cards(file, evening.settings.name, invitations, evening.fonts)


def tick_list(file: BinaryIO, people: Iterable[Attendee], evening: Evening) -> None:
    """A PDF of `people` with boxes to tick and badge codes, which typed in later are as good as a scan."""
    headings = (evening.say(N_("Name")), evening.say(N_("Company")), evening.say(N_("Badge code")))
    guests = [(person.name, person.company, person.badge_code) for person in people]
    write_tick_list(file, evening.settings.name, headings, guests, evening.fonts)


def undrawable(badges: Iterable[Badge], fonts: Fonts) -> list[tuple[str, str]]:
    """Whose badge would have empty boxes on it: the name, and the characters no font here can draw."""
    read = [(badge.name, unicodedata.normalize("NFC", badge.words)) for badge in badges]
    lost = fonts.missing("".join(words for _, words in read))
    found = ((name, "".join(sorted(lost.intersection(words)))) for name, words in read)
    return [(name, characters) for name, characters in found if characters]
