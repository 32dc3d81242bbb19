"""report.html: the evening as pictures, one file without scripts that needs nothing beside it."""

from base64 import b64encode
from datetime import datetime

from babel.dates import format_date
from jinja2 import Environment
from jinja2 import FileSystemLoader
from jinja2 import StrictUndefined

from kiosk.evening import Evening
from kiosk.files import DIST
from kiosk.files import TEMPLATES
from kiosk.screens.review import Review


def report_html(review: Review, evening: Evening) -> bytes:
    """The report in the evening's language and on its clocks."""
    templates = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    templates.install_gettext_translations(evening.translations, newstyle=True)  # type: ignore[attr-defined]  # jinja2.ext.i18n adds it

    def clock(at: datetime) -> str:
        return at.astimezone(evening.zone).strftime("%H:%M")

    def day(at: datetime) -> str:
        return format_date(at.astimezone(evening.zone), "full", locale=evening.settings.language)

    templates.filters |= {"clock": clock, "day": day}
    page = templates.get_template("afterwards/report.html")
    return page.render(
        review=review,
        settings=evening.settings,
        language=evening.settings.language,
        headline=_font("bricolage-grotesque-latin-opsz-*.woff2"),
        text=_font("atkinson-hyperlegible-next-latin-wght-*.woff2"),
    ).encode()


def _font(pattern: str) -> str:
    """One of the bundled fonts in base64: whoever opens the file has no other way to it."""
    return b64encode(next((DIST / "fonts").glob(pattern)).read_bytes()).decode()
