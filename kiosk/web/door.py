"""The door: find, check in, hand out badge and phone link, undo, add a walk-in."""

from flask import Blueprint
from flask import Response
from flask import render_template
from flask import request
from flask import url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from kiosk.actions.bind_badge import bind_badge as bind_attendees_badge
from kiosk.actions.check_in import Arrived
from kiosk.actions.check_in import check_in as check_in_attendee
from kiosk.actions.check_in_party import check_in_party as check_in_attendees_party
from kiosk.actions.make_phone_link import make_phone_link
from kiosk.actions.undo_arrival import undo_arrival
from kiosk.actions.walk_in import walk_in as add_walk_in
from kiosk.domain.access import Role
from kiosk.domain.attendee import Presence
from kiosk.domain.audit import Deed
from kiosk.domain.link import PHONE_LIFE
from kiosk.domain.not_expected import TicketNotExpected
from kiosk.domain.refusal import AlreadyHere
from kiosk.domain.refusal import BlankBadge
from kiosk.domain.refusal import Refused
from kiosk.domain.refusal import UnknownAttendee
from kiosk.domain.refusal import UnknownBadge
from kiosk.domain.scanned import LONGEST
from kiosk.domain.scanned import read_scanned
from kiosk.screens.door import MOST_HITS
from kiosk.screens.door import arrival_screen
from kiosk.screens.door import door_screen
from kiosk.screens.door import expected_owner
from kiosk.screens.door import hits_for
from kiosk.screens.door import questions_for
from kiosk.screens.door import why_unknown
from kiosk.store import arrivals
from kiosk.store import attendees
from kiosk.web import phone_link
from kiosk.web.answer import done
from kiosk.web.answer import region
from kiosk.web.answer import wants_region
from kiosk.web.badge_image import badge_response
from kiosk.web.current import evening
from kiosk.web.current import this_device
from kiosk.web.form import request_key
from kiosk.web.printing import badge_of
from kiosk.web.printing import printing_here
from kiosk.web.staff import write_noted

bp = Blueprint("door", __name__, url_prefix="/door")


@bp.get("")
def show() -> ResponseReturnValue:
    """The search; with `?q=` what was found."""
    database = evening().database
    typed = request.args.get("q", "")[:LONGEST]
    only = Presence.HERE if request.args.get("here") else None
    hits = database.read(hits_for, typed, evening().guests.find(typed, MOST_HITS, only))
    if wants_region():
        return region("hits", "door/_hits.html", hits=hits)
    return door_page(hits=hits)


def door_page(**values: object) -> str:
    """The whole page: the field to type in, with what was found or the result of a check-in."""
    database = evening().database
    counts = database.read(door_screen, database.clock())
    return render_template("door/show.html", screen=counts, door=this_device(Role.DOOR), **printing_here(), **values)


@bp.post("/check-in")
def check_in() -> ResponseReturnValue:
    """One person or, with `party`, all of their registration who have not come yet."""
    attendee_id = request.form.get("attendee_id", "")
    if not request.form.get("party"):
        return _check_in(attendee_id)
    door = this_device(Role.DOOR).name
    arrived = evening().database.write(check_in_attendees_party, attendee_id, door, request_key())
    if arrived and arrived[0].arrival.attendee_id == attendee_id:
        return _show_arrival(arrived[0])
    return _show_standing(attendee_id)


def _check_in(attendee_id: str) -> ResponseReturnValue:
    """Green, or yellow where they are in already."""
    door = this_device(Role.DOOR).name
    try:
        return _show_arrival(evening().database.write(check_in_attendee, attendee_id, door, request_key()))
    except AlreadyHere:
        return _show_standing(attendee_id)


def _show_standing(attendee_id: str) -> ResponseReturnValue:
    standing = evening().database.read(arrivals.standing_of, attendee_id)
    if standing is None:
        raise UnknownAttendee
    return done(url_for("door.arrival", arrival_id=standing.id, again="yes"))


@bp.post("/code")
def find_code() -> ResponseReturnValue:
    """What was scanned: a badge or ticket checks its owner in; a blank badge becomes theirs whose arrival is open.

    `code` is read from the places of a scanner's keys, `typed` is what the tablet's keyboard layout made of them.
    """
    scanned, typed = (read_scanned(request.form.get(field, "")) for field in ("code", "typed"))
    database = evening().database
    try:
        person = database.read(expected_owner, scanned, typed)
        if person is not None:
            return _check_in(person.id)
        unknown = database.read(why_unknown, scanned)
        if isinstance(unknown, BlankBadge) and request.form.get("arrival_id"):
            return bind_badge(request.form["arrival_id"])
        raise unknown
    except TicketNotExpected as refusal:
        return _red(refusal, refusal.name)
    except Refused as refusal:
        return _red(refusal)


@bp.post("/arrivals/<arrival_id>/badge")
def bind_badge(arrival_id: str) -> ResponseReturnValue:
    """Make a pre-printed badge theirs who has just arrived; the code they had before is nobody's."""
    code = read_scanned(request.form.get("code", "")).badge_code
    if code is None:
        raise UnknownBadge
    arrival = evening().database.read(arrivals.need, arrival_id)
    write_noted(Role.DOOR, Deed.BADGE, arrival.attendee_id, bind_attendees_badge, arrival.attendee_id, code)
    return done(url_for("door.arrival", arrival_id=arrival_id, bound="yes"))


def _red(refusal: Refused, who: str = "") -> ResponseReturnValue:
    """Why somebody is not let in, filling the screen, until the next guest is typed or scanned."""
    sentence = gettext(refusal.sentence, **refusal.values)
    if wants_region():
        return region("hits", "door/_refused.html", refusal.status, sentence=sentence, who=who)
    return door_page(refused=sentence, who=who), refusal.status


@bp.post("/walk-in")
def walk_in() -> ResponseReturnValue:
    name = request.form.get("name", "")
    return _show_arrival(evening().database.write(add_walk_in, name, this_device(Role.DOOR).name, request_key()))


def _show_arrival(arrived: Arrived) -> ResponseReturnValue:
    phone_link.remember(arrived.link)
    return done(url_for("door.arrival", arrival_id=arrived.arrival.id))


@bp.get("/arrivals/<arrival_id>")
def arrival(arrival_id: str) -> ResponseReturnValue:
    """The result, filling the screen: green, or yellow where the person was in already.

    It is painted in place where the page asks for a region; `again`, `bound` and `kept` tell what led here.
    """
    database = evening().database
    again = request.args.get("again") == "yes"
    screen = database.read(arrival_screen, arrival_id, again, database.clock())
    link = None if screen.again else phone_link.remembered_for(screen.attendee)
    asked = questions_for(screen.attendee, evening().settings.door_questions)
    values = {"link": link, "questions": asked, "bound": "bound" in request.args, "kept": "kept" in request.args}
    just_now = wants_region() and not (screen.again or values["bound"] or values["kept"])
    values |= badge_of(screen.attendee.id, just_now)
    if wants_region():
        return region("result", "door/_result.html", screen=screen, **values)
    return door_page(result=screen, **values)


@bp.post("/arrivals/<arrival_id>/undo")
def undo(arrival_id: str) -> ResponseReturnValue:
    database = evening().database
    of_whom = database.read(arrivals.need, arrival_id).attendee_id
    attendee_id = write_noted(Role.DOOR, Deed.UNDONE, of_whom, undo_arrival, arrival_id)
    return done(url_for("door.show", q=database.read(attendees.need, attendee_id).name))


@bp.post("/links")
def new_link() -> ResponseReturnValue:
    """A newer link for a phone; it ends the ones made before."""
    attendee_id = request.form.get("attendee_id", "")
    link = write_noted(Role.DOOR, Deed.LINK, attendee_id, make_phone_link, attendee_id)
    phone_link.remember(link)
    values = phone_link.shown(link.token, link.digits, link.name, int(PHONE_LIFE.total_seconds()))
    if wants_region():
        return region("link", "door/_link.html", link=values)
    return render_template("door/link.html", link=values)


@bp.get("/badges/<attendee_id>.png")
def badge_image(attendee_id: str) -> Response:
    return badge_response(evening().database.read(attendees.need, attendee_id))
