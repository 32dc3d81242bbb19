"""Begin an evening with what was set for another: its settings, topics and logo, and nothing about anybody."""

import os
import shutil
from pathlib import Path

from kiosk.domain.refusal import EveningAlready
from kiosk.evening import DATABASE
from kiosk.own_topics import own_topics_file
from kiosk.settings.error import SettingsError
from kiosk.settings.file import EVENT
from kiosk.settings.file import read_settings


def begin_like(like: Path, folder: Path) -> list[Path]:
    """Copy into `folder` what was set for the evening in `like`, and give the files made.

    What its settings name elsewhere on the laptop stays there, and is named as before. Raises `EveningAlready`, and
    `SettingsError` where there is nothing to take, or nothing that could be used.
    """
    if not (like / EVENT).exists():
        raise SettingsError("There is no %(file)s in %(folder)s.", file=EVENT, folder=like)
    if (folder / DATABASE).exists() or (folder / EVENT).exists():
        raise EveningAlready
    settings = read_settings(like / EVENT)
    named = [own_topics_file(settings, like), like / settings.badge_logo if settings.badge_logo else None]
    inside = [file.relative_to(like) for file in named if file and file.is_file() and file.is_relative_to(like)]
    own = [name for name in inside if ".." not in name.parts]
    os.umask(0o077)
    made = []
    for name in (*own, EVENT):  # the settings last: with them the folder is an evening's
        copy = folder / name
        copy.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        shutil.copyfile(like / name, copy)
        made.append(copy)
    return made
