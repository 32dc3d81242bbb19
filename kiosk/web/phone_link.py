"""The link for a guest's phone, on the tablet that made it."""

from flask import session

from kiosk.badges.qr import qr_svg
from kiosk.domain.attendee import Attendee
from kiosk.domain.link import Link
from kiosk.web.current import evening


def remember(link: Link) -> None:
    """The store keeps only hashes of a link: the tablet that shows it keeps it in its cookie, to survive a reload."""
    session["link"] = [link.attendee_id, link.token, link.digits, link.expires_at.timestamp()]


def remembered_for(person: Attendee) -> dict[str, object] | None:
    """What door/_link.html shows of the link made for this person on this tablet, while it works."""
    made_for, token, digits, expires = session.get("link", ("", "", "", 0.0))
    seconds = round(expires - evening().database.clock().timestamp())
    return shown(token, digits, person.name, seconds) if made_for == person.id and seconds > 0 else None


def shown(token: str, digits: str, name: str, seconds: int) -> dict[str, object]:
    """What door/_link.html shows: a QR and six digits that link this person's phone, for one use."""
    return {
        "qr": qr_svg(f"{evening().address}/link#{token}"),
        "digits": digits,
        "address": evening().address.removeprefix("http://"),
        "seconds": seconds,
        "name": name,
    }
