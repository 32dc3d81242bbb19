"""What the evening is set to: shown, and changed in the file it stands in."""

from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from functools import partial
from types import MappingProxyType
from typing import Any

from flask import Blueprint
from flask import abort
from flask import render_template
from flask import request
from flask import url_for
from flask.typing import ResponseReturnValue
from markupsafe import Markup
from pydantic import ValidationError
from pydantic.fields import FieldInfo

from kiosk.actions.change_settings import change_settings
from kiosk.domain.access import Role
from kiosk.domain.audit import Deed
from kiosk.domain.refusal import N_
from kiosk.domain.refusal import Refused
from kiosk.domain.refusal import SettingsChangedSince
from kiosk.domain.refusal import WouldForget
from kiosk.native import offload
from kiosk.settings import LANGUAGES
from kiosk.settings import Settings
from kiosk.settings.error import SettingsError
from kiosk.settings.error import all_that_is_wrong
from kiosk.settings.file import fingerprint
from kiosk.settings.file import settings_with
from kiosk.settings.rows import KINDS
from kiosk.web.answer import done
from kiosk.web.current import evening
from kiosk.web.language import gettext
from kiosk.web.settings_form import GROUPS
from kiosk.web.settings_form import Choices
from kiosk.web.settings_form import Group
from kiosk.web.settings_form import entries
from kiosk.web.settings_form import names
from kiosk.web.settings_form import typed
from kiosk.web.staff import write_noted
from kiosk.web.wording import language_name

bp = Blueprint("settings", __name__, url_prefix="/organizer/settings")

_QUESTIONS = {
    "interests": N_("What are you into?"),
    "matched": N_("May the kiosk find people for you to meet?"),
    "shown": N_("May the projector show your name?"),
    "leaving": N_("When must you go?"),
}


@bp.get("")
def show() -> str:
    """What the file says; `?saved=` names the group that was just changed."""
    return _page()


@bp.post("/<name>")
def change(name: str) -> ResponseReturnValue:
    """Change the settings of one group, all or none."""
    group = GROUPS.get(name) or abort(404)
    values, now = typed(request.form, group), evening()
    try:
        wanted = settings_with(now.written_settings(), values)
        offload(now.try_on, wanted)
        save = partial(now.save_settings, values, request.form.get("seen", ""))
        keep = now.settings.keep_time, wanted.keep_time
        write_noted(Role.ORGANIZER, Deed.SETTINGS, None, change_settings, *keep, save)
    except ValidationError as error:
        return _page(group, values, all_that_is_wrong(error)), 400
    except SettingsError as wrong:
        return _page(group, values, [wrong]), 400
    except WouldForget as refusal:
        return _page(group, values, [SettingsError(refusal.sentence, "keep_days")]), 400
    except SettingsChangedSince as refusal:
        return _page(group, values, [SettingsError(refusal.sentence), *_elsewhere(group, values)]), refusal.status
    except Refused as refusal:
        return _page(group, values, [SettingsError(refusal.sentence)]), refusal.status
    return done(url_for("settings.show", saved=name, _anchor=name))


def _page(
    typed_in: Group | None = None, values: Mapping[str, Any] = MappingProxyType({}), wrong: Sequence[SettingsError] = ()
) -> str:
    """Every group as the file says, but the one that was typed into, with what is wrong there."""
    now = evening()
    choices = _choices()
    standing, unusable = now.settings, None
    try:
        standing = now.written_settings()
        offload(now.try_on, standing)
    except SettingsError as error:
        unusable = _sentence(error)
    written = standing.model_dump()
    forms = []
    for group in GROUPS.values():
        typed_here = group is typed_in
        listed = entries(group, values if typed_here else written, choices)
        said = _said(wrong, set(names(listed))) if typed_here else {}
        forms.append((group, listed, fingerprint(standing, group.keys), said))
    return render_template(
        "organizer/settings.html",
        forms=forms,
        unusable=unusable,
        file=now.file.path,
        saved=request.args.get("saved"),
    )


def _elsewhere(group: Group, values: Mapping[str, Any]) -> Iterator[SettingsError]:
    """What the file says now of those words and numbers that were typed otherwise."""
    standing = evening().written_settings()
    for key in group.keys:
        now = getattr(standing, key)
        if isinstance(now, str | int | float) and not isinstance(now, bool) and str(now) != values[key]:
            yield SettingsError(N_("In the file now: %(now)s"), key, now=now)


def _said(wrong: Sequence[SettingsError], known: set[str]) -> dict[str, str]:
    """Each sentence by the field it belongs to, or by "" where it is about none of them alone."""
    said: dict[str, str] = {}
    for each in wrong:
        place = each.key
        while place and place not in known:
            place = place.rpartition(".")[0]
        said.setdefault(place, gettext(each.sentence, **each.values) if place else _sentence(each))
    return said


def _sentence(wrong: SettingsError) -> str:
    """What is wrong, away from the field it is about."""
    said = gettext(wrong.sentence, **wrong.values)
    about = Settings.model_fields.get(wrong.key.partition(".")[0])
    return f"{_title(about)}: {said}" if about else said


def _title(about: FieldInfo) -> Markup:
    """What a setting is called on the page."""
    assert about.title is not None
    return gettext(about.title)


def _choices() -> Choices:
    sizes = [(name, name) for name in evening().badge_sizes]
    return {
        "language": [(code, language_name(code)) for code in LANGUAGES],
        "badge_size": sizes,
        "door_questions": [(question, gettext(asked)) for question, asked in _QUESTIONS.items()],
        "printers.size": [("", _title(Settings.model_fields["badge_size"])), *sizes],
        "printers.kind": [(kind, kind) for kind in KINDS],
    }
