"""Which language a reader gets: the one they chose, else the first their browser asks for that is here."""

from collections import defaultdict
from collections.abc import Callable
from collections.abc import Hashable
from functools import wraps
from typing import TypeVar

from flask import Flask
from flask import g
from flask import request
from flask_babel import Babel
from flask_babel import get_locale
from flask_babel import get_translations
from markupsafe import Markup
from markupsafe import escape

from kiosk.settings import LANGUAGES
from kiosk.web.current import evening

COOKIE = "kiosk_language"


def readers_language() -> str:
    chosen = request.cookies.get(COOKIE)
    if chosen in LANGUAGES:
        return chosen
    # Not best_match: for "de-AT, en;q=0.5" it prefers the exact "en" to the wanted German.
    asked = (tag.partition("-")[0].lower() for tag, quality in request.accept_languages if quality)
    return next((language for language in asked if language in LANGUAGES), evening().settings.language)


def speak(app: Flask) -> None:
    Babel(
        app,
        default_translation_directories="translations",
        locale_selector=readers_language,
        timezone_selector=lambda: evening().settings.timezone or None,
    )
    app.jinja_env.globals.update(_=gettext, gettext=gettext, ngettext=ngettext)


Key = TypeVar("Key", bound=Hashable)

_said: dict[str, dict[Hashable, Markup]] = defaultdict(dict)
"""By language, what was said before: sentences by their English, and what `said_once` made by its words."""


def gettext(text: str, /, **values: object) -> Markup:
    """A sentence in the reader's language; `values` are escaped as they fill it."""
    return sentence(text) % values


def sentence(text: str) -> Markup:
    """A sentence in the reader's language, not filled yet."""
    said = _said_before()
    found = said.get(text)
    if found is None:
        found = said[text] = Markup(get_translations().ugettext(text))
    return found


def ngettext(one: str, several: str, num: int, /, **values: object) -> Markup:
    """A sentence that counts, in the reader's language; %(num)s is the count."""
    return Markup(get_translations().ungettext(one, several, num)) % {"num": num, **values}


def said_once(say: Callable[[Key], str]) -> Callable[[Key], Markup]:
    """Have what is said of each of a few things put together once in each language."""

    @wraps(say)
    def of(thing: Key) -> Markup:
        said = _said_before()
        found = said.get((say, thing))
        if found is None:
            found = said[say, thing] = escape(say(thing))
        return found

    return of


def _said_before() -> dict[Hashable, Markup]:
    return _said[spoken()]


def spoken() -> str:
    """The reader's language. Flask-Babel works it out anew each time; an application context speaks one."""
    language: str | None = g.get("language")
    if language is None:
        language = g.language = str(get_locale() or evening().settings.language)
    return language
