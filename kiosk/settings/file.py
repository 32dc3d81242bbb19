"""The file that settings stand in: read whole, changed where something changed, with every comment in its place."""

import os
import stat
import tomllib
from collections.abc import Iterable
from collections.abc import Mapping
from hashlib import sha256
from itertools import takewhile
from pathlib import Path
from typing import Any

import tomlkit
from pydantic import ValidationError
from tomlkit.items import AoT
from tomlkit.items import Array
from tomlkit.items import Item
from tomlkit.items import Table

from kiosk.domain.refusal import N_
from kiosk.settings import Settings
from kiosk.settings.error import SettingsError
from kiosk.settings.error import all_that_is_wrong
from kiosk.settings.rows import Row

EVENT = "event.toml"
"""What the file is called in the data folder."""

NEW = "# The evening. event.example.toml shows every setting and what it means.\n"
_NOT_TOML = N_("%(file)s is not written as TOML: %(error)s")


Stamp = tuple[int, int, int]


class SettingsFile:
    """Notices when somebody else changes the file. What was read before it is made is taken for known."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._known = self._last = self._stamp()

    def has_changed(self) -> bool:
        """Whether it is another than was known, and has stood still since this was last asked: an editor may be at it.

        A file that is gone has not changed; what it said still holds.
        """
        stamp, last = self._stamp(), self._last
        self._last = stamp
        return stamp is not None and stamp == last and stamp != self._known

    def is_known(self) -> None:
        """What it says now is known."""
        self._known = self._last = self._stamp()

    def _stamp(self) -> Stamp | None:
        try:
            found = self.path.stat()
        except FileNotFoundError:
            return None
        return found.st_mtime_ns, found.st_size, found.st_ino


def read_settings(path: Path) -> Settings:
    """The settings in this TOML file, or the defaults where there is none.

    Raises `SettingsError` with a sentence for each thing that is wrong.
    """
    return _understood(path, _text(path))


def settings_with(settings: Settings, values: Mapping[str, object]) -> Settings:
    """These settings with some of them changed; `values` as they were typed. Raises pydantic's `ValidationError`."""
    return Settings(**{**settings.model_dump(), **values})


def fingerprint(settings: Settings, keys: Iterable[str]) -> str:
    """The same for the same values of these settings, and for no others."""
    said = settings.model_dump_json(include=set(keys))
    return sha256(said.encode()).hexdigest()[:16]


def write_settings(path: Path, wanted: Settings) -> None:
    """Change the file so that it says what is wanted, all at once or not at all; its mode and what else stands in it
    stay. Raises `SettingsError` where it cannot be read, `OSError` where it cannot be written."""
    text = _text(path)
    standing = _understood(path, text)
    document = tomlkit.parse(text)
    for key in Settings.model_fields:
        old, new = getattr(standing, key), getattr(wanted, key)
        if old != new:
            _set(document, key, _plain(old), _plain(new))
    changed = tomlkit.dumps(document)
    if _understood(path, changed) != wanted:
        raise SettingsError("%(file)s is written in a way that cannot be changed from here.", file=path.name)
    _replace(path, changed)


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")  # line ends stay as they are
    except FileNotFoundError:
        return NEW
    except UnicodeDecodeError as error:
        raise SettingsError(_NOT_TOML, file=path.name, error=error) from None


def _understood(path: Path, text: str) -> Settings:
    try:
        return Settings(**tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(_NOT_TOML, file=path.name, error=error) from None
    except ValidationError as error:
        wrong = "\n".join(f"{path.name}: {each}" for each in all_that_is_wrong(error))
        raise SettingsError("%(wrong)s", wrong=wrong) from None


def _plain(value: object) -> Any:
    """As TOML has it: rows without what is empty, whole numbers without a point."""
    if isinstance(value, Row):
        return {key: _plain(each) for key, each in value if each not in (None, "", ())}
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _set(document: tomlkit.TOMLDocument, key: str, old: Any, new: Any) -> None:
    standing = document.get(key)
    if isinstance(standing, Array | AoT):
        _change_list(standing, old, new)
    elif isinstance(new, list):
        listed = tomlkit.array().multiline(any(isinstance(each, dict) for each in new))
        listed.extend(map(_item, new))
        document[key] = listed
    else:
        document[key] = new


def _change_list(standing: Array | AoT, old: list[Any], new: list[Any]) -> None:
    """Touch only what differs between the beginning and the end that both have: comments stay beside their own."""
    same = _alike(old, new)
    end = len(new) - _alike(old[same:][::-1], new[same:][::-1])
    surplus = len(old) - len(new)
    for place in range(same, end):
        if place >= end + surplus:
            standing.insert(place, _table(new[place]) if isinstance(standing, AoT) else _item(new[place]))
        elif isinstance(new[place], dict):
            _change_row(standing[place], old[place], new[place])
        else:
            standing[place] = new[place]
    for _ in range(surplus):
        del standing[end]


def _alike(some: list[Any], others: list[Any]) -> int:
    """How many are the same from the beginning on."""
    return sum(1 for _ in takewhile(lambda both: both[0] == both[1], zip(some, others, strict=False)))


def _change_row(standing: Any, old: dict[str, Any], new: dict[str, Any]) -> None:
    for key in old.keys() - new.keys():
        standing.pop(key, None)
    for key, value in new.items():
        if old.get(key) != value:
            standing[key] = value


def _item(value: Any) -> Item:
    """As one writes it by hand, on one line."""
    if isinstance(value, dict):
        return tomlkit.value(f"{{ {', '.join(f'{key} = {_item(each).as_string()}' for key, each in value.items())} }}")
    return tomlkit.item(value)


def _table(row: dict[str, Any]) -> Table:
    table = tomlkit.table()
    table.update(row)
    return table


def _replace(path: Path, text: str) -> None:
    """A reader sees the old file or the new one, also after a power cut."""
    path = path.resolve()  # a link stays one
    mode = stat.S_IMODE(path.stat().st_mode) if path.exists() else 0o600
    part = path.with_name(f".{path.name}.part")
    try:
        with part.open("w", encoding="utf-8", newline="") as file:
            part.chmod(mode)
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
