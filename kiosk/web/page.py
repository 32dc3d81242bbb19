"""What every template may use."""

import json
from datetime import datetime
from secrets import token_hex
from typing import Any

from babel.dates import format_date
from flask import Flask
from flask import has_request_context
from flask_babel import get_locale
from flask_wtf.csrf import generate_csrf
from werkzeug.local import LocalProxy

from kiosk.evening import Evening
from kiosk.files import DIST
from kiosk.settings import LANGUAGES
from kiosk.web import wording
from kiosk.web.current import may_open
from kiosk.web.language import gettext
from kiosk.web.language import spoken


class AssetsMissing(Exception):
    """The front end was not built; the message names the command."""


def _manifest() -> dict[str, str]:
    try:
        built: dict[str, str] = json.loads((DIST / "manifest.json").read_text())
    except FileNotFoundError:
        raise AssetsMissing("static/dist is missing: `pip install -e .` builds it") from None
    return built


def dress(app: Flask, evening: Evening) -> None:
    """Give the templates their globals and filters."""
    manifest = _manifest()
    adapter = app.url_map.bind("kiosk.invalid")

    def url_for(endpoint: str, **values: Any) -> str:
        """A path. Flask's own needs a request, and regions are painted without one."""
        if endpoint == "static":
            return f"{app.static_url_path}/{values['filename']}"
        return adapter.build(endpoint, values)

    def form_token() -> str:
        """The CSRF token for a plain form; a painted region has none, its page sends the token in a header."""
        return generate_csrf() if has_request_context() else ""

    def clock(at: datetime) -> str:
        """A time of the evening, hours and minutes in its zone."""
        return at.astimezone(evening.zone).strftime("%H:%M")

    def day(at: datetime) -> str:
        """The day of a time in the evening's zone, as the reader writes it."""
        return format_date(at.astimezone(evening.zone).date(), "long", get_locale())

    app.jinja_env.globals.update(
        asset=lambda name: f"{app.static_url_path}/{manifest[name]}",
        url_for=url_for,
        form_token=form_token,
        settings=LocalProxy(lambda: evening.settings),
        languages=LANGUAGES,
        language=spoken,
        direction=lambda: locale.text_direction if (locale := get_locale()) else "ltr",
        new_key=lambda: token_hex(16),
        join_address=lambda: evening.address.removeprefix("http://"),
        translate=gettext,
        may=may_open,
        **wording.FOR_TEMPLATES,
    )
    app.jinja_env.filters["clock"] = clock
    app.jinja_env.filters["day"] = day
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
