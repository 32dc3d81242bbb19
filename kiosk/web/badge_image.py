"""A badge as a picture, the same for the phone that owns it and for the door that hands it out."""

from flask import Response
from flask_babel import gettext

from kiosk.badges.draw import Badge
from kiosk.badges.draw import badge_png
from kiosk.domain.attendee import Attendee
from kiosk.domain.statement import Kind
from kiosk.native import offload
from kiosk.web.current import evening

ASK_ABOUT = 3


def badge_response(person: Attendee) -> Response:
    """A PNG at 300 dpi, drawn off the event loop."""
    now = evening()
    about = person.stated(Kind.OFFER) or person.stated(Kind.INTEREST)
    badge = Badge(
        name=person.name,
        company=person.company,
        code=person.badge_code,
        url=f"{now.address}/b/{person.badge_code}".upper(),
        ask_about=tuple(statement.text for statement in about[:ASK_ABOUT]),
        ask_label=gettext("Ask me about"),
    )
    return Response(offload(badge_png, badge, now.badge_size, now.fonts), mimetype="image/png")
