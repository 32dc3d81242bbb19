"""What a badge says, and what all badges of an evening share."""

from dataclasses import dataclass
from errno import ENOENT
from pathlib import Path

from PIL import Image

from kiosk.domain.attendee import Attendee
from kiosk.domain.statement import Kind

TOPICS_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Badge:
    """`url` goes into the QR code, `code` is the same in letters.

    `ask_label` stands over the topics ("Ask me about") and is handed in translated: the badge knows no language.
    """

    name: str
    company: str
    code: str
    url: str
    ask_about: tuple[str, ...] = ()
    ask_label: str = ""

    @classmethod
    def of(cls, person: Attendee, address: str, ask_label: str, with_company: bool) -> "Badge":
        """The badge of this person. Ask them first about what they could help with, then about what they are into."""
        about = person.stated(Kind.OFFER) + person.stated(Kind.INTEREST)
        return cls(
            name=person.name,
            company=person.company if with_company else "",
            code=person.badge_code,
            url=_url(address, person.badge_code),
            ask_about=tuple(dict.fromkeys(statement.text for statement in about))[:TOPICS_SHOWN],
            ask_label=ask_label,
        )

    @classmethod
    def blank(cls, code: str, address: str) -> "Badge":
        """A badge with a code alone, on which a name is written by hand once it is somebody's."""
        return cls(name="", company="", code=code, url=_url(address, code))

    @property
    def words(self) -> str:
        """Everything a reader reads, for looking whether the fonts have it."""
        return " ".join((self.name, self.company, *self.ask_about, self.ask_label))


def _url(address: str, code: str) -> str:
    return f"{address}/b/{code}".upper()


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """The event's own mark on every badge: a logo (RGB, on white) and a colour (red, green, blue)."""

    logo: Image.Image | None = None
    colour: tuple[int, int, int] | None = None


PLAIN_LOOK = Look()

_LOGO_MOST = 1600
"""Pixels of a logo's longer side: more than any badge prints."""


def read_logo(file: Path) -> Image.Image:
    """A picture made ready for paper: RGB, white where it is transparent. Raises `OSError` for what is none."""
    if not file.is_file():
        raise FileNotFoundError(ENOENT, "there is no such file", str(file))
    with Image.open(file) as opened:
        opened.thumbnail((_LOGO_MOST, _LOGO_MOST))
        picture = opened.convert("RGBA")
    page = Image.new("RGBA", picture.size, "white")
    return Image.alpha_composite(page, picture).convert("RGB")
