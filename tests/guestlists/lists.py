"""Reading a small list in a test, with the columns the kiosk ships."""

from pathlib import Path

from kiosk.domain.guest import Guest
from kiosk.guestlists.columns import Columns
from kiosk.guestlists.guest import GuestList
from kiosk.guestlists.read import read_guest_list

CONFIG = Path(__file__).parents[2] / "config"
COLUMNS = Columns.load(CONFIG / "guestlist_columns.toml")


def read(text: str, encoding: str = "utf-8") -> GuestList:
    return read_guest_list(text.encode(encoding), COLUMNS)


def only(text: str) -> Guest:
    """The one guest of a list that has one."""
    [guest] = read(text).guests
    return guest
