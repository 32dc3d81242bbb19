"""The guest list from the organizer's page: upload, look at what was understood, say what is what, then save."""

from hashlib import sha256

from flask import Blueprint
from flask import Response
from flask import render_template
from flask import request
from flask.typing import ResponseReturnValue

from kiosk.actions.import_guests import import_guests
from kiosk.actions.import_guests import prepare
from kiosk.actions.keep_list_mapping import keep_list_mapping
from kiosk.domain.access import Role
from kiosk.domain.audit import Deed
from kiosk.domain.list_mapping import ListMapping
from kiosk.domain.refusal import PreviewChanged
from kiosk.domain.refusal import PreviewOver
from kiosk.domain.refusal import Refused
from kiosk.guestlists.chosen import decisions
from kiosk.guestlists.guest import GuestList
from kiosk.guestlists.guest import Reason
from kiosk.guestlists.left_out import HEADINGS
from kiosk.guestlists.left_out import left_out_csv
from kiosk.guestlists.read import read_table
from kiosk.guestlists.read import recognise_table
from kiosk.guestlists.recognised import Field
from kiosk.guestlists.recognised import Recognised
from kiosk.guestlists.table import MOST_BYTES
from kiosk.guestlists.table import decode
from kiosk.native import offload
from kiosk.store import list_mappings
from kiosk.web.current import evening
from kiosk.web.errors import refused_on
from kiosk.web.language import gettext
from kiosk.web.staff import write_noted

bp = Blueprint("guest_list", __name__, url_prefix="/organizer/guest-list")

MOST_COLUMNS_SHOWN = 60


@bp.get("")
def show() -> str:
    evening().list_looked_at.unlink(missing_ok=True)  # it holds people nobody has decided to keep
    return render_template("organizer/guest_list.html")


@bp.post("")
def preview() -> ResponseReturnValue:
    """What was understood of an uploaded file, read as a list with the same columns was read before."""
    now = evening()
    upload = request.files.get("list")
    content = upload.stream.read(MOST_BYTES + 1) if upload else b""
    try:
        text = offload(decode, content)
        found = offload(recognise_table, text, now.columns)
        mapping = now.database.read(list_mappings.get, found.fingerprint) or ListMapping()
        guest_list = offload(read_table, text, now.columns, mapping)
    except Refused as refusal:
        return refused_on("organizer/guest_list.html", refusal)
    now.list_looked_at.write_bytes(text.encode())
    return _preview(guest_list, text, mapping, remembered=mapping != ListMapping())


@bp.post("/look")
def look() -> ResponseReturnValue:
    """The same list read by what was chosen on the preview, or afresh; `first_line` says what it is, if asked."""
    text, found = _waiting()
    said = request.form.get("first_line")
    mapping = ListMapping() if said or "afresh" in request.form else _chosen(found)
    headings = said == "headings" if said else found.headings
    return _preview(offload(read_table, text, evening().columns, mapping, headings), text, mapping)


@bp.post("/left-out")
def left_out() -> ResponseReturnValue:
    """The rows that are not guests, as they were and with the reason, to be mended in a spreadsheet."""
    text, found = _waiting()
    guest_list = offload(read_table, text, evening().columns, _chosen(found), found.headings)
    words = {text: gettext(text) for text in (*HEADINGS, *(reason.sentence for reason in Reason))}
    content = offload(left_out_csv, guest_list, words.__getitem__)
    return Response(
        content, mimetype="text/csv", headers={"Content-Disposition": 'attachment; filename="left-out.csv"'}
    )


@bp.post("/save")
def save() -> ResponseReturnValue:
    """Save the list as it was shown; where the choices are others than those shown, it is shown once more."""
    now = evening()
    text, found = _waiting()
    mapping = _chosen(found)
    guest_list = offload(read_table, text, now.columns, mapping, found.headings)
    if _seal_of(mapping) != request.form.get("shown", _seal_of(ListMapping())):
        refused = gettext(PreviewChanged.sentence)
        return _preview(guest_list, text, mapping, refused=refused), PreviewChanged.status
    prepared = offload(prepare, guest_list.guests, now.topics)
    left_out = guest_list.not_expected
    imported = write_noted(Role.ORGANIZER, Deed.LIST, None, import_guests, prepared, found.fingerprint, left_out)
    now.database.write(keep_list_mapping, found.fingerprint, mapping)
    now.list_looked_at.unlink(missing_ok=True)
    return render_template("organizer/guest_list_saved.html", list=guest_list, imported=imported)


def _preview(
    guest_list: GuestList, text: str, mapping: ListMapping, remembered: bool = False, refused: str = ""
) -> str:
    """The page; of very many columns those that are read and the first of the others."""
    places = sorted(range(len(guest_list.columns)), key=lambda i: guest_list.columns[i].field is None)
    return render_template(
        "organizer/guest_list_preview.html",
        list=guest_list,
        topics=evening().topics,
        columns=[(i, guest_list.columns[i]) for i in places[:MOST_COLUMNS_SHOWN]],
        fields=tuple(Field),
        remembered=remembered,
        refused=refused,
        seal=_seal(text),
        shown=_seal_of(mapping),
    )


def _waiting() -> tuple[str, Recognised]:
    """The list that `seal` says was shown, and what is recognised of it; PreviewOver where it is another or none."""
    file = evening().list_looked_at
    content = file.read_bytes() if file.exists() else b""
    text = content.decode()
    if not text or _seal(text) != request.form.get("seal"):
        raise PreviewOver
    return text, offload(recognise_table, text, evening().columns, request.form.get("headings") != "no")


def _chosen(found: Recognised) -> ListMapping:
    form = request.form
    fields = {i: form[f"column-{i}"] for i in range(len(found.headers)) if f"column-{i}" in form}
    return decisions(found, evening().columns, fields, form.getlist("status"), form.getlist("coming"))


def _seal(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def _seal_of(mapping: ListMapping) -> str:
    return _seal(repr((sorted(mapping.columns.items()), sorted(mapping.statuses.items()))))
