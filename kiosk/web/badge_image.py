"""A badge as a picture, the same for the phone that owns it and for the door that hands it out."""

from flask import Response

from kiosk.badges.draw import badge_png
from kiosk.badges.size import Size
from kiosk.domain.attendee import Attendee
from kiosk.native import offload
from kiosk.web.current import evening


def badge_response(person: Attendee, size: Size | None = None) -> Response:
    """A PNG in the printer's dots, drawn off the event loop."""
    now = evening()
    png = offload(badge_png, now.badge_of(person), size or now.badge_size, now.fonts, now.look)
    return Response(png, mimetype="image/png")
