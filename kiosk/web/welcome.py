"""A phone's first minute. Its topics are stated by the routes of the profile, which lead back here."""

from flask import Blueprint
from flask import abort
from flask import render_template
from flask import request
from flask import url_for
from flask.typing import ResponseReturnValue

from kiosk.actions.begin import begin as begin_evening
from kiosk.domain.purpose import Purpose
from kiosk.screens.welcome import Step
from kiosk.screens.welcome import WelcomeScreen
from kiosk.screens.welcome import welcome_screen
from kiosk.web.answer import done
from kiosk.web.answer import region
from kiosk.web.answer import wants_region
from kiosk.web.current import evening
from kiosk.web.current import this_attendee_id
from kiosk.web.form import chosen
from kiosk.web.form import several

bp = Blueprint("welcome", __name__, url_prefix="/me/welcome")


def _screen(step: Step) -> WelcomeScreen:
    return evening().database.read(welcome_screen, this_attendee_id(), step, evening().topics)


@bp.get("")
@bp.get("/<step>")
def show(step: str = Step.OFFER) -> str:
    if step not in set(Step):
        abort(404)
    return render_template("welcome/show.html", screen=_screen(Step(step)), purposes=tuple(Purpose))


def step_as_it_is_now() -> ResponseReturnValue:
    """The answer to a deed in the first minute: its step anew, or the next one where the form says so."""
    step = chosen(Step, "step")
    if "next" in request.form or not wants_region():
        return done(url_for("welcome.show", step=(step.next if "next" in request.form else step).value))
    return region("step", "welcome/_step.html", screen=_screen(step))


@bp.post("")
def begin() -> ResponseReturnValue:
    agreed = request.form.get("agree") == "yes", request.form.get("shown") == "yes"
    evening().database.write(begin_evening, this_attendee_id(), several(Purpose, "purpose"), *agreed)
    return done(url_for("phone.show"))
