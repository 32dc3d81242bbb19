"""Deeds of staff are noted with the screen they were done at, or not done at all."""

from collections.abc import Callable
from typing import Concatenate
from typing import ParamSpec
from typing import TypeVar

from flask_babel import gettext

from kiosk.actions.note_deed import note_deed
from kiosk.domain.access import Role
from kiosk.domain.audit import Deed
from kiosk.store.database import Change
from kiosk.web.current import evening
from kiosk.web.current import this_device

P = ParamSpec("P")
R = TypeVar("R")


def this_staff(role: Role) -> str:
    """What the screen that asks is called: a door by its name, the organizer's browser by its address."""
    name = this_device(role).name
    return f"{gettext('Organizer')} {name}" if role is Role.ORGANIZER else name


def write_noted(
    role: Role,
    deed: Deed,
    attendee_id: str | None,
    action: Callable[Concatenate[Change, P], R],
    /,
    *args: P.args,
    **kwargs: P.kwargs,
) -> R:
    """Run `action` and note it, in one transaction; `attendee_id` is None where it is about nobody."""
    who = this_staff(role)

    def noted(change: Change) -> R:
        result = action(change, *args, **kwargs)
        note_deed(change, who, deed, attendee_id)
        return result

    return evening().database.write(noted)
