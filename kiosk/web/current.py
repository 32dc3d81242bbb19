"""What a request works with: the evening, and the device that asks."""

from typing import Any
from typing import cast

from flask import current_app
from flask import g
from flask import request
from werkzeug.http import parse_cookie

from kiosk.domain.access import ROUTES
from kiosk.domain.access import Role
from kiosk.domain.device import Device
from kiosk.domain.link import token_hash
from kiosk.evening import Evening
from kiosk.store.pairings import Pairings


def evening() -> Evening:
    return cast(Evening, current_app.extensions["evening"])


def cookie_name(role: Role) -> str:
    """Each role has a cookie of its own: one laptop may be organizer, door and projector at once."""
    return f"kiosk_{role.value}"


def device_of(role: Role) -> Device | None:
    """The paired, unrevoked device whose cookie for `role` came with this request. Asked of the store once."""
    known: dict[Role, Device | None] = g.setdefault("devices", {})
    if role not in known:
        token = request.cookies.get(cookie_name(role), "")
        known[role] = evening().pairings.by_token(role, token_hash(token)) if token else None
    return known[role]


def this_device(role: Role) -> Device:
    """The device of a role the route table has already demanded."""
    device = device_of(role)
    assert device is not None, "the route table demands this role"
    return device


def may_open(endpoint: str) -> bool:
    """Whether the browser that asks could ask for this, too."""
    return any(device_of(role) for role in ROUTES[endpoint])


def this_attendee_id() -> str:
    """The attendee whose phone asks, on routes the table gives to attendees alone."""
    attendee_id = this_device(Role.ATTENDEE).attendee_id
    assert attendee_id is not None
    return attendee_id


def paired_token(environ: dict[str, Any], pairings: Pairings) -> str | None:
    """The hash of a token this browser is paired by, in whatever role; None for a stranger. Works before Flask does."""
    cookies = parse_cookie(environ)
    for role in Role:
        token = cookies.get(cookie_name(role), "")
        if token and pairings.by_token(role, token_hash(token)):
            return token_hash(token)
    return None
