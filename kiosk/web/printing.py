"""Printing at the door: ask for a badge, try again, print it again with a reason, or print from the tablet itself."""

from flask import Blueprint
from flask import Response
from flask import render_template
from flask import request
from flask import url_for
from flask.typing import ResponseReturnValue

from kiosk.actions.drop_print_job import drop_print_job
from kiosk.actions.print_again import print_again
from kiosk.actions.print_badge import print_badge
from kiosk.domain.access import Role
from kiosk.domain.print_job import Why
from kiosk.domain.refusal import NoSuchPrinter
from kiosk.screens.printing import door_printing
from kiosk.screens.printing import persons_badge
from kiosk.store import arrivals
from kiosk.store import attendees
from kiosk.web.answer import done
from kiosk.web.answer import region
from kiosk.web.answer import wants_region
from kiosk.web.current import evening
from kiosk.web.current import this_device
from kiosk.web.form import chosen

bp = Blueprint("printing", __name__, url_prefix="/door")


def printing_here() -> dict[str, object]:
    """What the door's page needs for templates/door/_printing.html."""
    database = evening().database
    return {"printing": database.read(door_printing, this_device(Role.DOOR).name, database.clock())}


def badge_of(attendee_id: str, just_now: bool) -> dict[str, object]:
    """What the result of a check-in needs for templates/door/_print.html; one of just now is printed by itself."""
    now = evening()
    printer = now.printer_for(this_device(Role.DOOR).name)
    badge = now.database.read(persons_badge, attendee_id)
    return {
        "badge": badge,
        "printer": printer,
        "prints_itself": just_now and not badge.printed and now.settings.print_at_check_in,
    }


@bp.post("/arrivals/<arrival_id>/print")
def ask(arrival_id: str) -> ResponseReturnValue:
    """Print this person's badge on the printer of this door; with `why` once more."""
    arrival = evening().database.read(arrivals.need, arrival_id)
    door = this_device(Role.DOOR).name
    printer = evening().printer_for(door)
    if printer is None:
        raise NoSuchPrinter
    why = chosen(Why, "why") if "why" in request.form else None
    evening().database.write(print_badge, arrival.attendee_id, printer.name, printer.size.name, door, why)
    return done(url_for("door.arrival", arrival_id=arrival_id, kept="yes"))


@bp.post("/prints/<job_id>/again")
def again(job_id: str) -> ResponseReturnValue:
    evening().database.write(print_again, job_id)
    return _as_it_is_now()


@bp.post("/prints/<job_id>/drop")
def drop(job_id: str) -> ResponseReturnValue:
    evening().database.write(drop_print_job, job_id)
    return _as_it_is_now()


def _as_it_is_now() -> ResponseReturnValue:
    if not wants_region():
        return done(url_for("door.show"))
    return region("printing", "door/_printing.html", screen=printing_here()["printing"])


@bp.get("/badges/<attendee_id>/paper")
def paper(attendee_id: str) -> str:
    """The badge alone on a page of its own size, for a browser that prints."""
    person = evening().database.read(attendees.need, attendee_id)
    return render_template("door/paper.html", person=person)


@bp.get("/paper.css")
def paper_css() -> Response:
    """The size of the evening's badges in millimetres, which a style sheet of all evenings cannot know."""
    size = evening().badge_size
    width, height = f"{size.width_mm:g}mm", f"{size.paper_height_mm:g}mm"
    rules = f"@page{{size:{width} {height};margin:0}}.paper>img{{inline-size:{width};block-size:{height}}}\n"
    return Response(rules, mimetype="text/css")
