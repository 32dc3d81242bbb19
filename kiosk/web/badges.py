"""The organizer's badges: see them as they will print, files for the print shop, printers and their queue."""

from collections.abc import Callable
from io import BytesIO
from typing import BinaryIO

from flask import Blueprint
from flask import Response
from flask import render_template
from flask import request
from flask import url_for
from flask.typing import ResponseReturnValue

from kiosk.actions.drop_print_job import drop_print_job
from kiosk.actions.load_roll import load_roll
from kiosk.actions.note_printed import note_printed
from kiosk.actions.print_again import print_again
from kiosk.actions.print_expected import print_expected
from kiosk.badges.printer import Printer
from kiosk.badges.size import Size
from kiosk.domain.access import Role
from kiosk.domain.audit import Deed
from kiosk.domain.print_job import FEW_LABELS
from kiosk.domain.refusal import BadInput
from kiosk.domain.refusal import NoSuchPrinter
from kiosk.native import offload
from kiosk.printing import papers
from kiosk.screens.printing import BadgesScreen
from kiosk.screens.printing import badges_screen
from kiosk.store import attendees
from kiosk.web.answer import done
from kiosk.web.badge_image import badge_response
from kiosk.web.current import evening
from kiosk.web.staff import write_noted

bp = Blueprint("badges", __name__, url_prefix="/organizer/badges")


def _size() -> Size:
    named = request.args.get("size", "")
    return evening().badge_sizes.get(named, evening().badge_size)


def _printer(name: str) -> Printer:
    if name not in evening().printers:
        raise NoSuchPrinter
    return evening().printers[name]


@bp.get("")
def show() -> str:
    """Everything about badges; `?size=` and `?who=` choose what is looked at."""
    now = evening()
    screen: BadgesScreen = now.database.read_long(badges_screen)
    shown = next((each for each in screen.samples if each.id == request.args.get("who")), None)
    return render_template(
        "organizer/badges.html",
        screen=screen,
        shown=shown or next(iter(screen.samples), None),
        size=_size(),
        sizes=now.badge_sizes,
        undrawable=offload(papers.undrawable, [now.badge_of(person) for person in screen.people], now.fonts),
        printers=now.printers.values(),
        few=FEW_LABELS,
    )


@bp.get("/<attendee_id>.png")
def preview(attendee_id: str) -> Response:
    return badge_response(evening().database.read(attendees.need, attendee_id), _size())


@bp.get("/badges.pdf")
def sheets() -> Response:
    """The badges of everyone expected, on sheets where the size has some; `?first=` is the place to begin with."""
    size, first = _size(), request.args.get("first", "1")
    if not first.isdecimal() or not 1 <= int(first) <= (size.sheet.places if size.sheet else 1):
        raise BadInput
    now = evening()
    people = now.database.read_long(papers.expected)
    if people:
        now.database.write(note_printed, now.address)
    return _pdf("badges.pdf", lambda file: papers.badge_sheets(file, people, now, size, int(first)))


@bp.get("/table-cards.pdf")
def table_cards() -> Response:
    now = evening()
    return _pdf("table-cards.pdf", lambda file: papers.table_cards(file, now))


@bp.get("/tick-list.pdf")
def tick_list() -> Response:
    now = evening()
    people = now.database.read_long(papers.expected)
    return _pdf("tick-list.pdf", lambda file: papers.tick_list(file, people, now))


def _pdf(name: str, write: Callable[[BinaryIO], None]) -> Response:
    """Written off the event loop; a thousand badges are some five megabytes."""
    file = BytesIO()
    offload(write, file)
    disposition = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(file.getvalue(), mimetype="application/pdf", headers=disposition)


@bp.post("/printers/<name>/roll")
def roll(name: str) -> ResponseReturnValue:
    labels = request.form.get("labels", "")
    count = int(labels) if labels.isdecimal() else 0
    write_noted(Role.ORGANIZER, Deed.ROLL, None, load_roll, _printer(name).name, count)
    return done(url_for("badges.show"))


@bp.post("/printers/<name>/expected")
def print_all(name: str) -> ResponseReturnValue:
    """A badge for everyone expected who has none. Nobody is checked in by it."""
    printer = _printer(name)
    write_noted(Role.ORGANIZER, Deed.PRINTED, None, print_expected, printer.name, printer.size.name)
    return done(url_for("badges.show"))


@bp.post("/jobs/<job_id>/again")
def again(job_id: str) -> ResponseReturnValue:
    write_noted(Role.ORGANIZER, Deed.PRINTED, None, print_again, job_id)
    return done(url_for("badges.show"))


@bp.post("/jobs/<job_id>/drop")
def drop(job_id: str) -> ResponseReturnValue:
    write_noted(Role.ORGANIZER, Deed.PRINTED, None, drop_print_job, job_id)
    return done(url_for("badges.show"))
