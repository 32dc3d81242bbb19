"""The organizer's topics: what was merged, what is nobody's topic but their own, and what is to be one."""

from flask import Blueprint
from flask import render_template
from flask import request
from flask import url_for
from flask.typing import ResponseReturnValue

from kiosk.actions.decide_topic import decide_topic
from kiosk.actions.decide_topic import undo_topic_decision
from kiosk.domain.access import Role
from kiosk.domain.audit import Deed
from kiosk.domain.refusal import Refused
from kiosk.screens.topics import topics_screen
from kiosk.web.answer import done
from kiosk.web.current import evening
from kiosk.web.language import gettext
from kiosk.web.staff import write_noted

bp = Blueprint("topics", __name__, url_prefix="/organizer/topics")


@bp.get("")
def show() -> str:
    """All topics; with `?q=` those that hold it."""
    return _page()


def _page(**values: object) -> str:
    now = evening()
    screen = now.database.read_long(topics_screen, now.topics, request.values.get("q", "")[:60])
    return render_template("organizer/topics.html", screen=screen, **values)


def _shown_anew() -> ResponseReturnValue:
    """The page, still cut down to what was sought."""
    return done(url_for("topics.show", q=request.form.get("q", "")[:60] or None))


@bp.post("")
def decide() -> ResponseReturnValue:
    """`typed` is that topic: `meant` names it. A topic of their own where `meant` is the same."""
    typed, meant = request.form.get("typed", ""), request.form.get("meant", "")
    try:
        write_noted(Role.ORGANIZER, Deed.TOPIC, None, decide_topic, typed, meant, evening().topics)
    except Refused as refusal:
        return _page(refused=gettext(refusal.sentence)), refusal.status
    return _shown_anew()


@bp.post("/undo")
def undo() -> ResponseReturnValue:
    words = request.form.get("words", "")
    write_noted(Role.ORGANIZER, Deed.TOPIC, None, undo_topic_decision, words, evening().topics)
    return _shown_anew()
