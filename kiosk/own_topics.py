"""The topics of an evening: those that come with the kiosk, with the organizer's own file laid over them."""

from functools import lru_cache
from pathlib import Path

from kiosk.domain.refusal import N_
from kiosk.domain.topic import Topics
from kiosk.domain.topic_file import parse_topics
from kiosk.files import CONFIG
from kiosk.settings import Settings
from kiosk.settings.error import SettingsError


def own_topics_file(settings: Settings, folder: Path) -> Path | None:
    """The organizer's own file of topics, if there is one. A path in the settings begins at the data folder."""
    file = folder / (settings.topics or "topics.csv")
    return file if settings.topics or file.exists() else None


def read_topics(settings: Settings, folder: Path) -> Topics:
    """The topics that come with the kiosk, with the organizer's own laid over them. Raises `SettingsError`."""
    shipped = (CONFIG / "topics.csv").read_text(encoding="utf-8")
    file = own_topics_file(settings, folder)
    if file is None:
        return parse_topics(shipped)
    try:
        if not file.is_file():  # a device might never end
            raise FileNotFoundError
        return parse_topics(file.read_text(encoding="utf-8"), over=shipped)
    except OSError:
        raise SettingsError(N_("There is no file %(file)s."), "topics", file=file) from None
    except UnicodeDecodeError:
        raise SettingsError(N_("Save %(file)s as CSV in UTF-8."), "topics", file=file.name) from None
    except ValueError as error:
        raise SettingsError("%(file)s, %(error)s", "topics", file=file.name, error=error) from None


@lru_cache(2)
def known_topics(named: str, folder: Path) -> Topics:
    """Read once, when the setting is tried: reading takes half a second."""
    return read_topics(Settings(topics=named), folder)
