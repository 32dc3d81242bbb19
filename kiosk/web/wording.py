"""The domain's own words as a person reads them, in the reader's language."""

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Sequence
from functools import cache

from babel import Locale
from babel.lists import format_list
from markupsafe import Markup
from markupsafe import escape

from kiosk.domain.access import PAIRED_BY_LINK
from kiosk.domain.access import Role
from kiosk.domain.attendee import Mood
from kiosk.domain.beacon import Beacon
from kiosk.domain.print_job import Trouble
from kiosk.domain.print_job import Why
from kiosk.domain.purpose import Purpose
from kiosk.domain.reason import Opener
from kiosk.domain.refusal import N_
from kiosk.domain.scene import HOLDABLE
from kiosk.domain.scene import Scene
from kiosk.web.language import gettext
from kiosk.web.language import said_once
from kiosk.web.language import spoken

_MOODS = {Mood.FREE: N_("Free"), Mood.TALKING: N_("Talking"), Mood.RESTING: N_("Resting")}

_PURPOSES = {
    Purpose.MAKE_FRIENDS: N_("make friends"),
    Purpose.LEARN: N_("learn"),
    Purpose.FIND_WORK: N_("find work"),
    Purpose.HIRE: N_("hire"),
    Purpose.FIND_CUSTOMERS: N_("find customers"),
    Purpose.FIND_PARTNERS: N_("find partners"),
    Purpose.HELP_NEWCOMERS: N_("help newcomers"),
    Purpose.LISTEN: N_("listen"),
}


_ROLES = {
    Role.DOOR: N_("Door"),
    Role.SELF_SERVICE: N_("Self-service"),
    Role.PROJECTOR: N_("Projector"),
    Role.HELPER: N_("Helper"),
}

_SCENES = {
    Scene.WELCOME: N_("Welcome"),
    Scene.ROOM: N_("The room"),
    Scene.BREAK: N_("Break"),
    Scene.ASKS: N_("What is asked for"),
    Scene.THANKS: N_("Thank you"),
}


@said_once
def beacon_name(beacon: Beacon) -> str:
    """ "Teal leaf"; with its word when so many run at once that colour and shape do not suffice."""
    name = gettext("%(colour)s %(shape)s", colour=gettext(beacon.colour), shape=gettext(beacon.shape))
    name = name[:1].upper() + name[1:]
    words = " ".join(gettext(word) for word in beacon.word.split())
    return gettext("%(beacon)s, %(word)s", beacon=name, word=words) if beacon.word else name


def mood_name(mood: Mood) -> str:
    return gettext(_MOODS[mood])


@said_once
def purpose_name(purpose: Purpose | str) -> str:
    """What stands after "came to": "make friends"."""
    return gettext(_PURPOSES[Purpose(purpose)])


def roles_to_pair() -> list[tuple[str, str]]:
    """Each role a browser gets by a one-time link, and what it is called."""
    return [(role.value, role_name(role)) for role in PAIRED_BY_LINK]


def role_name(role: Role) -> str:
    """What a paired screen is."""
    return gettext(_ROLES[role])


def scenes_to_hold() -> list[tuple[str, str]]:
    """Each scene the organizer may hold, and what it is called."""
    return [(scene.value, gettext(_SCENES[scene])) for scene in HOLDABLE]


def opening_question(opener: Opener) -> str:
    return gettext(opener.question, topic=opener.topic) if opener.topic else gettext(opener.question)


def trouble_said(trouble: Trouble) -> str:
    return gettext(trouble.sentence)


def reasons_to_reprint() -> list[tuple[str, str]]:
    """Each reason to print a badge again, and how it is said."""
    return [(why.value, gettext(why.sentence)) for why in Why]


def people_named(names: Sequence[str]) -> str:
    """ "Ana, Ben and Cem", as the reader's language lists people."""
    return format_list([str(name) for name in names], locale=_lists(spoken()))


@cache  # which looks at the disk each time
def _lists(language: str) -> Locale:
    # The English of the house is without a comma before "and".
    return Locale.parse("en_GB" if language == "en" else language)


def comma() -> str:
    """What stands between things in a list."""
    return "، " if spoken() == "ar" else ", "


def in_own_direction(text: str) -> Markup:
    """A name or a thing inside a sentence, in its own writing direction."""
    return Markup(f"<bdi>{escape(text)}</bdi>")


def people_in_own_directions(names: Iterable[str]) -> Markup:
    return Markup(people_named([in_own_direction(name) for name in names]))


def things_named(texts: Iterable[str]) -> Markup:
    """Things, each in its own writing direction: the commas stay where the reader's language has them."""
    return Markup(comma()).join(map(in_own_direction, texts))


def purposes_named(keys: Iterable[str]) -> Markup:
    return Markup(comma()).join(map(purpose_name, keys))


def language_name(code: str) -> str:
    """A language in its own words: "Français"."""
    name = Locale(code).get_display_name(code) or code
    return name[:1].upper() + name[1:]


FOR_TEMPLATES: dict[str, Callable[..., object]] = {
    "beacon_name": beacon_name,
    "mood_name": mood_name,
    "purpose_name": purpose_name,
    "reasons_to_reprint": reasons_to_reprint,
    "role_name": role_name,
    "roles_to_pair": roles_to_pair,
    "scenes_to_hold": scenes_to_hold,
    "trouble_said": trouble_said,
    "opening_question": opening_question,
    "people_named": people_named,
    "comma": comma,
    "in_own_direction": in_own_direction,
    "people_in_own_directions": people_in_own_directions,
    "things_named": things_named,
    "purposes_named": purposes_named,
    "language_name": language_name,
}
