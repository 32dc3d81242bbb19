"""What is wrong with settings, in words that name which: for the terminal as they are, for the page to translate."""

from difflib import get_close_matches
from typing import Any

from pydantic import BaseModel
from pydantic import ValidationError
from pydantic.fields import FieldInfo

from kiosk.domain.refusal import N_
from kiosk.domain.spot import ACROSS
from kiosk.settings import Settings
from kiosk.settings.rows import PrinterSetting
from kiosk.settings.rows import ProgrammeSetting
from kiosk.settings.rows import SpotSetting

_ROWS: dict[str, type[BaseModel]] = {"programme": ProgrammeSetting, "spots": SpotSetting, "printers": PrinterSetting}

_EMPTY = N_("This must not be empty.")
_WHOLE_NUMBER = N_("Write a whole number from %(least)s to %(most)s.")
_NUMBER = N_("Write a number from %(least)s to %(most)s.")
_TOO_LONG = N_("Write at most %(most)s characters.")
_CHOOSE = N_("Choose one of these: %(choices)s.")
_TRUE_OR_FALSE = N_("Write true or false.")
_COLOUR = N_("Write a colour such as #0b6e69.")


class SettingsError(Exception):
    """Settings that cannot be used. `sentence` is a message id and `values` fill it; `key` says which setting it is
    about, as "spots.0.name", and is empty where that is none of them alone."""

    def __init__(self, sentence: str, key: str = "", /, **values: object) -> None:
        said = sentence % values if values else sentence
        super().__init__(f"“{key}”: {said}" if key else said)
        self.key = key
        self.sentence = sentence
        self.values = values


def wrong_choice(key: str, choices: str) -> SettingsError:
    return SettingsError(_CHOOSE, key, choices=choices)


def all_that_is_wrong(error: ValidationError) -> list[SettingsError]:
    return [_said(problem) for problem in error.errors()]


def bounds(about: FieldInfo) -> dict[str, Any]:
    """What pydantic was told of a field's values: `ge` and `le`, `max_length`."""
    named = ("ge", "le", "max_length")
    return {name: getattr(each, name) for each in about.metadata for name in named if hasattr(each, name)}


def _said(problem: Any) -> SettingsError:
    place: tuple[str | int, ...] = problem["loc"]
    key = ".".join(map(str, place))
    match problem["type"]:
        case "extra_forbidden":
            return _unknown(place, key)
        case "missing" | "string_too_short":
            return SettingsError(_EMPTY, key)
        case "string_too_long":
            return SettingsError(_TOO_LONG, key, most=problem["ctx"]["max_length"])
        case "string_pattern_mismatch":
            return SettingsError(_COLOUR, key)
        case "literal_error":
            return wrong_choice(key, problem["ctx"]["expected"])
        case "bool_parsing" | "bool_type":
            return SettingsError(_TRUE_OR_FALSE, key)
        case "value_error":
            return SettingsError(str(problem["ctx"]["error"]), key)
        case number if number.startswith(("int_", "float_", "greater_", "less_")):
            return _no_such_number(place, key)
    return SettingsError("%(error)s", key, error=problem["msg"])


def _no_such_number(place: tuple[str | int, ...], key: str) -> SettingsError:
    """Both bounds at once, whichever was overstepped."""
    if place[-2:-1] == ("at",):
        return SettingsError(_NUMBER, key, least=0, most=ACROSS)
    about = _model_of(place).model_fields[str(place[-1])]
    limits = bounds(about)
    return SettingsError(
        _NUMBER if about.annotation is float else _WHOLE_NUMBER, key, least=limits["ge"], most=limits["le"]
    )


def _unknown(place: tuple[str | int, ...], key: str) -> SettingsError:
    near = get_close_matches(str(place[-1]), list(_model_of(place).model_fields), n=1)
    if near:
        return SettingsError("“%(key)s” is not a setting; did you mean “%(near)s”?", key=key, near=near[0])
    return SettingsError("“%(key)s” is not a setting.", key=key)


def _model_of(place: tuple[str | int, ...]) -> type[BaseModel]:
    return _ROWS[str(place[0])] if len(place) > 1 else Settings
