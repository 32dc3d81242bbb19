"""Which language a reader gets: the one they chose, else the first their browser asks for that is here."""

from flask import Flask
from flask import request
from flask_babel import Babel

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
