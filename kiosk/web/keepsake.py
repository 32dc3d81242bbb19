"""The people one met, to take along: for the telephone's contacts, for a table, and as a page that opens anywhere."""

from flask import Blueprint
from flask import Response
from flask import render_template
from flask_babel import gettext

from kiosk.domain.vcard import Card
from kiosk.domain.vcard import vcards
from kiosk.guestlists.write import csv_bytes
from kiosk.screens.met import Met
from kiosk.screens.met import MetScreen
from kiosk.screens.met import met_screen
from kiosk.screens.met import person_screen
from kiosk.web.current import evening
from kiosk.web.current import this_attendee_id

bp = Blueprint("keepsake", __name__, url_prefix="/me")


def _screen() -> MetScreen:
    return evening().database.read(met_screen, this_attendee_id(), evening().settings.keep_time)


def _file(content: bytes | str, name: str, kind: str) -> Response:
    """A download: never shown as a page of the kiosk, whose content policy would take its style away."""
    return Response(content, mimetype=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})


@bp.get("/keepsake")
def show() -> str:
    return render_template("phone/keepsake.html", screen=_screen())


@bp.get("/met.vcf")
def cards() -> Response:
    return _file(vcards(map(_card, _screen().met)), "met.vcf", "text/vcard")


@bp.get("/meetings/<meeting_id>/card.vcf")
def card(meeting_id: str) -> Response:
    screen = evening().database.read(person_screen, meeting_id, this_attendee_id())
    return _file(vcards([_card(screen.met)]), "card.vcf", "text/vcard")


@bp.get("/met.csv")
def table() -> Response:
    headers = (
        *(gettext("Name"), gettext("Title"), gettext("Company"), gettext("Met at")),
        *(gettext("E-mail"), gettext("Telephone"), gettext("I promised to…"), gettext("Note")),
    )
    rows = [
        (
            met.name,
            met.title,
            met.company,
            met.met_at.astimezone(evening().zone).strftime("%Y-%m-%d %H:%M"),
            met.email,
            met.phone,
            met.note.promise,
            met.note.note,
        )
        for met in _screen().met
    ]
    return _file(csv_bytes(headers, rows), "met.csv", "text/csv")


@bp.get("/met.html")
def page() -> Response:
    return _file(render_template("phone/saved.html", screen=_screen()), "met.html", "text/html")


def _card(met: Met) -> Card:
    """The details are those that passed; the note is the reader's own."""
    day = f"{met.met_at.astimezone(evening().zone):%Y-%m-%d}"
    said = [gettext("Met at %(event)s, %(day)s", event=evening().settings.name, day=day), met.note.note]
    if met.note.promise:
        said.append(gettext("I promised to %(promise)s", promise=met.note.promise))
    return Card(met.meeting_id, met.name, met.company, met.title, met.email, met.phone, "\n".join(filter(None, said)))
