"""Check oneself in, at a tablet for guests, and correct what the kiosk knows in the same breath."""

from dataclasses import dataclass

from kiosk.actions.agree_to_match import agree_to_match
from kiosk.actions.check_in import Arrived
from kiosk.actions.check_in import check_in
from kiosk.actions.drop_topic import drop_topic
from kiosk.actions.set_shown import set_shown
from kiosk.actions.state_topic import state_topic
from kiosk.domain.statement import Kind
from kiosk.domain.topic import Topics
from kiosk.store.database import Change


@dataclass(frozen=True, slots=True)
class Said:
    """What a guest said at the tablet: words that are wrong, new ones, and the yes to being matched or shown.

    What was not said stays as it was: a question passed over is no answer.
    """

    wrong: tuple[tuple[Kind, str], ...] = ()
    new: tuple[tuple[Kind, str], ...] = ()
    agrees_to_match: bool = False
    agrees_to_be_shown: bool = False


def check_in_oneself(
    change: Change, attendee_id: str, tablet: str, request_key: str, said: Said, topics: Topics
) -> Arrived:
    """As `check_in`, with what was said. Raises what that raises, and `TooManyTopics`; then nothing is done."""
    arrived = check_in(change, attendee_id, tablet, request_key)
    for kind, text in said.wrong:
        drop_topic(change, attendee_id, kind, text)
    for kind, text in said.new:
        state_topic(change, attendee_id, kind, text, topics)
    if said.agrees_to_match:
        agree_to_match(change, attendee_id, True)
    if said.agrees_to_be_shown:
        set_shown(change, attendee_id, True)
    return arrived
