"""Reading a form: one of the choices, or a refusal."""

from enum import StrEnum
from typing import TypeVar

from flask import request

from kiosk.domain.refusal import BadInput

Choice = TypeVar("Choice", bound=StrEnum)


def chosen(choices: type[Choice], field: str) -> Choice:
    """The choice a field names; `BadInput` for anything else."""
    try:
        return choices(request.form.get(field, ""))
    except ValueError:
        raise BadInput from None


def several(choices: type[Choice], field: str) -> list[Choice]:
    """The choices a field names, in their order; `BadInput` where one is none."""
    try:
        return [choices(value) for value in request.form.getlist(field)]
    except ValueError:
        raise BadInput from None


def request_key() -> str:
    """The key the page drew for this tap; without it a repeated request could not be told from a new one."""
    key = request.form.get("request_key", "")
    if not 8 <= len(key) <= 64:
        raise BadInput
    return key
