"""Which language a reader gets: the one they chose, else the first their browser asks for that is here."""

from collections import defaultdict

from flask import Flask
from flask import g
from flask import request
from flask_babel import Babel
from flask_babel import get_locale
from flask_babel import get_translations
from markupsafe import Markup

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


_known: dict[str, dict[str, Markup]] = defaultdict(dict)


def gettext(sentence: str, /, **values: object) -> Markup:
    """A sentence in the reader's language; `values` are escaped as they fill it.

    Flask-Babel works out the language anew for each sentence and Jinja calls it through two wrappers: together half
    of what painting a phone costs. An application context speaks one language, so each sentence is looked up once.
    """
    sentences: dict[str, Markup] | None = g.get("sentences")
    if sentences is None:
        sentences = g.sentences = _known[str(get_locale())]
    said = sentences.get(sentence)
    if said is None:
        said = sentences[sentence] = Markup(get_translations().ugettext(sentence))
    return said % values


def ngettext(one: str, several: str, num: int, /, **values: object) -> Markup:
    """A sentence that counts, in the reader's language; %(num)s is the count."""
    return Markup(get_translations().ungettext(one, several, num)) % {"num": num, **values}
