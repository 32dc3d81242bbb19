"""A tablet for guests, locked to one task: say who you are, check in, take badge and phone link. Only a PIN leads out.

Who stands before it is kept in its cookie alone, until they are done or have walked away: no page's address names
anyone, so nothing is found by going back.
"""

from flask import Blueprint
from flask import Response
from flask import make_response
from flask import redirect
from flask import render_template
from flask import request
from flask import session
from flask import url_for
from flask.typing import ResponseReturnValue
from flask_babel import force_locale
from flask_babel import gettext

from kiosk.actions.check_in_oneself import Said
from kiosk.actions.check_in_oneself import check_in_oneself
from kiosk.actions.revoke_device import revoke_device
from kiosk.domain.access import Role
from kiosk.domain.attendee import Attendee
from kiosk.domain.attendee import Presence
from kiosk.domain.not_expected import TicketNotExpected
from kiosk.domain.pin import pin_hash
from kiosk.domain.refusal import AskAtTheDoor
from kiosk.domain.refusal import BadInput
from kiosk.domain.refusal import NoSuchGuest
from kiosk.domain.refusal import WrongPin
from kiosk.domain.scanned import read_scanned
from kiosk.domain.statement import Kind
from kiosk.screens.door import expected_owner
from kiosk.screens.self_service import named
from kiosk.screens.self_service import told_apart
from kiosk.settings import LANGUAGES
from kiosk.store import attendees
from kiosk.web import phone_link
from kiosk.web.answer import done
from kiosk.web.badge_image import badge_response
from kiosk.web.current import cookie_name
from kiosk.web.current import evening
from kiosk.web.current import this_device
from kiosk.web.form import request_key
from kiosk.web.tries import tries

bp = Blueprint("self_service", __name__, url_prefix="/self-service")

_MOST_OF_A_NAME = 50


@bp.get("")
def show() -> str:
    """The start, in every language. Whoever was here before is forgotten."""
    session.pop("guests", None)
    session.pop("link", None)
    return render_template("self_service/show.html", greetings={code: _greeting(code) for code in LANGUAGES})


def _greeting(language: str) -> str:
    with force_locale(language):
        return gettext("Check in here")


@bp.route("/find", methods=["GET", "POST"])
def find() -> ResponseReturnValue:
    """By the whole name, as nobody knows it who only looks on."""
    if request.method == "GET":
        session.pop("guests", None)
        return render_template("self_service/find.html")
    typed = request.form.get("name", "")[:200]
    with tries().guess("name", NoSuchGuest):
        close = evening().guests.find(typed, _MOST_OF_A_NAME)
        people = evening().database.read(named, close.ids, typed)
        if not people:
            raise NoSuchGuest
    if len(people) == 1:
        return _greet(people[0])
    session["guests"] = [person.id for person in people]
    return done(url_for("self_service.which"))


@bp.post("/code")
def find_code() -> ResponseReturnValue:
    """By a ticket or a badge."""
    database = evening().database
    scanned, typed = (read_scanned(request.form.get(field, "")) for field in ("code", "typed"))
    with tries().guess("name", NoSuchGuest):
        try:
            person = database.read(expected_owner, scanned, typed)
        except TicketNotExpected:  # why not, they are told by a person
            person = None
        if person is None:
            raise NoSuchGuest
    return _greet(person)


@bp.route("/which", methods=["GET", "POST"])
def which() -> ResponseReturnValue:
    """Of several with one name, the one who knows their company or e-mail address. Neither is shown."""
    ids = session.get("guests", [])
    if len(ids) < 2:
        return redirect(url_for("self_service.show"), 303)
    if request.method == "GET":
        return render_template("self_service/which.html")
    with tries().guess("name", NoSuchGuest):
        person = evening().database.read(told_apart, ids, request.form.get("known", "")[:200])
        if person is None:
            raise NoSuchGuest
    return _greet(person)


def _greet(person: Attendee) -> ResponseReturnValue:
    if person.presence is Presence.HERE:
        raise AskAtTheDoor
    session["guests"] = [person.id]
    return done(url_for("self_service.hello"))


def _guest() -> Attendee | None:
    """Who has said who they are."""
    ids = session.get("guests", [])
    return evening().database.read(attendees.get, ids[0]) if len(ids) == 1 else None


@bp.get("/hello")
def hello() -> ResponseReturnValue:
    """What the kiosk knows they can offer, look for and are into, to correct before they go in."""
    guest = _guest()
    if guest is None or guest.presence is Presence.HERE:
        return redirect(url_for("self_service.show"), 303)
    return render_template("self_service/hello.html", guest=guest)


@bp.post("/check-in")
def check_in() -> ResponseReturnValue:
    guest, now = _guest(), evening()
    if guest is None:
        raise NoSuchGuest
    said = Said() if request.form.get("skip") else _said(guest)
    name = this_device(Role.SELF_SERVICE).name
    arrived = now.database.write(check_in_oneself, guest.id, name, request_key(), said, now.topics)
    phone_link.remember(arrived.link)
    return done(url_for("self_service.welcome"))


def _said(guest: Attendee) -> Said:
    """What the form says of them: every word it showed comes back, unless they unticked it."""
    right = set(request.form.getlist("right"))
    stated = [(kind, s.text) for kind in Kind for s in guest.stated(kind)]
    return Said(
        wrong=tuple((kind, text) for kind, text in stated if f"{kind}:{text}" not in right),
        new=tuple((kind, text) for kind in Kind for text in request.form.getlist(kind)),
        agrees_to_match=request.form.get("matched") == "yes",
        agrees_to_be_shown=request.form.get("shown") == "yes",
    )


@bp.get("/welcome")
def welcome() -> ResponseReturnValue:
    """Badge and phone link of whoever has just checked in here."""
    guest = _guest()
    if guest is None or guest.presence is not Presence.HERE:
        return redirect(url_for("self_service.show"), 303)
    prints = evening().printer_for(this_device(Role.SELF_SERVICE).name) is not None
    link = phone_link.remembered_for(guest)
    return render_template("self_service/welcome.html", guest=guest, link=link, prints=prints)


@bp.get("/badge.png")
def badge_image() -> Response:
    guest = _guest()
    if guest is None:
        raise NoSuchGuest
    return badge_response(guest)


@bp.post("/leave")
def leave() -> ResponseReturnValue:
    """The only way out: with the PIN this tablet is a screen of the evening no longer."""
    tablet = this_device(Role.SELF_SERVICE)
    with tries().guess("pin", WrongPin):
        try:
            fits = pin_hash(request.form.get("pin", "")) == tablet.pin_hash
        except BadInput:
            fits = False
        if not fits:
            raise WrongPin
    evening().database.write(revoke_device, tablet.id)
    response = make_response(done(url_for("public.show")))
    response.delete_cookie(cookie_name(Role.SELF_SERVICE))
    return response
