"""One person, for the organizer: found by name, corrected, checked in and out, hidden, erased."""

from flask import Blueprint
from flask import redirect
from flask import render_template
from flask import request
from flask import session
from flask import url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from kiosk.actions.check_in import check_in as check_in_attendee
from kiosk.actions.come_back import come_back
from kiosk.actions.correct_attendee import correct_attendee
from kiosk.actions.leave import leave
from kiosk.actions.make_phone_link import make_phone_link
from kiosk.actions.renew_badge import renew_badge
from kiosk.actions.revoke_device import revoke_device
from kiosk.actions.set_blocked import set_blocked
from kiosk.actions.set_shown import set_shown
from kiosk.actions.undo_arrival import undo_arrival
from kiosk.domain.access import Role
from kiosk.domain.attendee import Presence
from kiosk.domain.audit import Deed
from kiosk.domain.refusal import UnknownDevice
from kiosk.domain.scanned import LONGEST
from kiosk.screens.attendee import attendee_screen
from kiosk.screens.door import MOST_HITS
from kiosk.screens.door import hits_for
from kiosk.store import arrivals
from kiosk.store import attendees
from kiosk.store import devices
from kiosk.web import phone_link
from kiosk.web.answer import done
from kiosk.web.current import evening
from kiosk.web.erasing import erase as erase_wholly
from kiosk.web.form import request_key
from kiosk.web.staff import this_staff
from kiosk.web.staff import write_noted

bp = Blueprint("attendee", __name__, url_prefix="/organizer/attendees")


@bp.get("")
def find() -> str:
    """Who fits `?q=`: few, and never all of them."""
    typed = request.args.get("q", "")[:LONGEST]
    hits = evening().database.read(hits_for, typed, evening().guests.find(typed, MOST_HITS))
    return render_template("organizer/attendees.html", hits=hits, erased=request.args.get("erased", ""))


@bp.get("/<attendee_id>")
def show(attendee_id: str) -> str:
    now = evening()
    screen = now.database.read(attendee_screen, attendee_id, now.sightings, now.database.clock())
    corrected, *before = session.get("corrected", [""])
    return render_template(
        "organizer/attendee.html",
        screen=screen,
        before=before if corrected == attendee_id else None,
        link=phone_link.remembered_for(screen.attendee),
    )


def _shown_anew(attendee_id: str) -> ResponseReturnValue:
    return done(url_for("attendee.show", attendee_id=attendee_id))


@bp.post("/<attendee_id>")
def correct(attendee_id: str) -> ResponseReturnValue:
    """How they stood before is kept in the browser's cookie until the next one is corrected, to be undone."""
    name, title, company = (request.form.get(field, "") for field in ("name", "title", "company"))
    before = evening().database.read(attendees.need, attendee_id)
    write_noted(Role.ORGANIZER, Deed.CORRECTED, attendee_id, correct_attendee, attendee_id, name, title, company)
    if "undo" in request.form:
        session.pop("corrected", None)
    else:
        session["corrected"] = [attendee_id, before.name, before.title, before.company]
    return _shown_anew(attendee_id)


@bp.post("/<attendee_id>/in")
def check_in(attendee_id: str) -> ResponseReturnValue:
    """Be here: checked in, or back after they had left."""
    if evening().database.read(attendees.need, attendee_id).presence is Presence.LEFT:
        write_noted(Role.ORGANIZER, Deed.CHECKED_IN, attendee_id, come_back, attendee_id)
    else:
        door = gettext("Organizer")
        write_noted(Role.ORGANIZER, Deed.CHECKED_IN, attendee_id, check_in_attendee, attendee_id, door, request_key())
    return _shown_anew(attendee_id)


@bp.post("/<attendee_id>/out")
def check_out(attendee_id: str) -> ResponseReturnValue:
    write_noted(Role.ORGANIZER, Deed.CHECKED_OUT, attendee_id, leave, attendee_id)
    return _shown_anew(attendee_id)


@bp.post("/<attendee_id>/undo-check-in")
def undo_check_in(attendee_id: str) -> ResponseReturnValue:
    standing = evening().database.read(arrivals.standing_of, attendee_id)
    if standing is not None:
        write_noted(Role.ORGANIZER, Deed.UNDONE, attendee_id, undo_arrival, standing.id)
    return _shown_anew(attendee_id)


@bp.post("/<attendee_id>/badge")
def new_badge(attendee_id: str) -> ResponseReturnValue:
    write_noted(Role.ORGANIZER, Deed.BADGE, attendee_id, renew_badge, attendee_id)
    return _shown_anew(attendee_id)


@bp.post("/<attendee_id>/link")
def new_link(attendee_id: str) -> ResponseReturnValue:
    phone_link.remember(write_noted(Role.ORGANIZER, Deed.LINK, attendee_id, make_phone_link, attendee_id))
    return _shown_anew(attendee_id)


@bp.post("/<attendee_id>/phones/<device_id>")
def unlink(attendee_id: str, device_id: str) -> ResponseReturnValue:
    """Close their page on one of their phones. A new link opens it again."""
    if device_id not in {phone.id for phone in evening().database.read(devices.phones_of, attendee_id)}:
        raise UnknownDevice
    write_noted(Role.ORGANIZER, Deed.UNLINKED, attendee_id, revoke_device, device_id)
    return _shown_anew(attendee_id)


@bp.post("/<attendee_id>/hide")
def hide(attendee_id: str) -> ResponseReturnValue:
    """Take their name off the projector. To show it again is theirs alone."""
    write_noted(Role.ORGANIZER, Deed.SHOWN, attendee_id, set_shown, attendee_id, False)
    return _shown_anew(attendee_id)


@bp.post("/<attendee_id>/block")
def block(attendee_id: str) -> ResponseReturnValue:
    write_noted(Role.ORGANIZER, Deed.BLOCKED, attendee_id, set_blocked, attendee_id, True)
    return _shown_anew(attendee_id)


@bp.post("/<attendee_id>/unblock")
def unblock(attendee_id: str) -> ResponseReturnValue:
    write_noted(Role.ORGANIZER, Deed.UNBLOCKED, attendee_id, set_blocked, attendee_id, False)
    return _shown_anew(attendee_id)


@bp.post("/<attendee_id>/erase")
def erase(attendee_id: str) -> ResponseReturnValue:
    gone = erase_wholly(attendee_id, by=this_staff(Role.ORGANIZER))
    session.pop("corrected", None)
    return redirect(url_for("attendee.find", erased="yes" if gone else "soon"), 303)
