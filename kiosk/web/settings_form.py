"""The settings as forms in a few groups: what each field holds, and what was typed into it."""

import re
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from typing import Literal
from typing import cast
from typing import get_args
from typing import get_origin

from pydantic.fields import FieldInfo
from werkzeug.datastructures import MultiDict

from kiosk.domain.refusal import N_
from kiosk.settings import Settings
from kiosk.settings.error import bounds
from kiosk.settings.rows import Row

LINE = 200
"""What is longer than so many characters is written in more than a line."""

MOST_ROWS = 200
BLANK_ROWS = {"programme": 3, "spots": 2, "printers": 1}
"""Rows to add to, below those there are: where scripts do not run, each saving brings as many again."""

ACROSS, DOWN = "across", "down"
"""What a spot's place is typed as."""

Choices = Mapping[str, Sequence[tuple[str, str]]]
"""What may be chosen, by setting: each value, and how it is said."""


@dataclass(frozen=True, slots=True)
class Group:
    """Settings that stand, and are saved, together."""

    name: str
    title: str
    keys: tuple[str, ...]


GROUPS = {
    group.name: group
    for group in (
        Group("evening", N_("The evening"), ("name", "host", "about", "programme", "rules", "language", "timezone")),
        Group(
            "times",
            N_("Times"),
            (
                *("round_minutes", "answer_seconds", "match_again_in_round"),
                *("flow_wait_seconds", "flow_enough", "flow_at_once", "flow_pause_seconds"),
            ),
        ),
        Group("room", N_("The room"), ("spots",)),
        Group(
            "door",
            N_("Door and badges"),
            (
                *("door_questions", "print_at_check_in"),
                *("badge_size", "badge_company", "badge_logo", "badge_colour"),
            ),
        ),
        Group("printers", N_("Printers"), ("printers",)),
        Group("matching", N_("Matching"), ("topics", "random_share")),
        Group("network", N_("Network"), ("wifi_name", "wifi_password", "address", "names")),
        Group("privacy", N_("Privacy"), ("keep_days",)),
    )
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One setting to fill in. `name` is what the form sends it as, `title` and `meaning` are message ids."""

    name: str
    title: str
    meaning: str
    kind: str
    value: Any
    limits: Mapping[str, Any]
    choices: Sequence[tuple[str, str]]
    rows: tuple[tuple["Entry", ...], ...] = ()


def entries(group: Group, values: Mapping[str, Any], choices: Choices) -> list[Entry]:
    """What the form of a group holds; `values` as the settings have them, or as they were typed."""
    return [_entry(key, Settings.model_fields[key], values[key], choices) for key in group.keys]


def names(listed: Iterable[Entry]) -> Iterator[str]:
    """What everything in these entries is sent as."""
    for entry in listed:
        yield entry.name
        for row in entry.rows:
            yield from names(row)


def _entry(name: str, about: FieldInfo, value: Any, choices: Choices) -> Entry:
    chosen = choices.get(re.sub(r"\d+\.", "", name), ())
    kind = _kind(about, chosen)
    rows = _rows(name, _row_of(about), value, choices) if kind == "rows" else ()
    return Entry(name, about.title or "", about.description or "", kind, value, bounds(about), chosen, rows)


def _rows(
    key: str, row: type[Row], values: Sequence[Mapping[str, Any]], choices: Choices
) -> tuple[tuple[Entry, ...], ...]:
    blank = {name: "" if about.is_required() else about.get_default() for name, about in row.model_fields.items()}
    return tuple(
        tuple(
            _entry(f"{key}.{place}.{name}", about, {**blank, **each}[name], choices)
            for name, about in row.model_fields.items()
        )
        for place, each in enumerate([*values, *[blank] * BLANK_ROWS[key]])
    )


def _kind(about: FieldInfo, choices: Sequence[object] = ()) -> str:
    """How it is filled in."""
    of = about.annotation
    if get_origin(of) is tuple:
        each, *_ = get_args(of)
        if get_origin(each) is Literal:
            return "several"
        return "rows" if isinstance(each, type) and issubclass(each, Row) else "lines"
    if choices or get_origin(of) is Literal:
        return "one"
    if of is str:
        return "long" if bounds(about).get("max_length", 0) > LINE else "text"
    return {bool: "yes", int: "number", float: "number"}.get(cast(type, of), "place")


def _row_of(about: FieldInfo) -> type[Row]:
    row: type[Row] = get_args(about.annotation)[0]
    return row


def typed(form: MultiDict[str, str], group: Group) -> dict[str, Any]:
    """What was filled in, for each setting of the group; a row whose words are all empty is none."""
    return {key: _typed(form, key, Settings.model_fields[key]) for key in group.keys}


def _typed(form: MultiDict[str, str], name: str, about: FieldInfo) -> Any:
    kind = _kind(about)
    if kind == "rows":
        return _typed_rows(form, name, _row_of(about))
    if kind == "lines":
        return [line.strip() for line in form.get(name, "").splitlines() if line.strip()]
    if kind == "several":
        return form.getlist(name)
    if kind == "yes":
        return name in form
    if kind == "place":
        at = form.get(f"{name}.{ACROSS}", "").strip(), form.get(f"{name}.{DOWN}", "").strip()
        return at if any(at) else None
    return form.get(name, "").replace("\r\n", "\n").strip()


def _typed_rows(form: MultiDict[str, str], key: str, row: type[Row]) -> list[dict[str, Any]]:
    sent = {int(found[1]) for name in form if (found := re.match(rf"{key}\.(\d{{1,3}})\.", name))}
    words = [name for name, about in row.model_fields.items() if about.is_required() and about.annotation is str]
    rows = (
        {name: _typed(form, f"{key}.{place}.{name}", about) for name, about in row.model_fields.items()}
        for place in sorted(sent)[:MOST_ROWS]
    )
    return [each for each in rows if any(each[name] for name in words)]
