"""What the organizer may keep of an evening: everything but secrets and what is people's own.

The record is made of whole tables, so a new one is in it until it is left out here.
"""

from collections.abc import Collection
from collections.abc import Mapping
from typing import Any

from kiosk.domain.match import State

LEFT_OUT = {
    "devices": "secrets: who holds a paired browser is paired anew",
    "links": "secrets, and dead after two minutes",
    "relations": "whom somebody was glad to meet, knows or keeps away from is theirs alone",
    "notes": "what somebody keeps of a meeting, and what they promised, is theirs alone",
    "shares": "whether somebody would pass their contact details on is between the two",
    "plan_people": "what the matcher knew holds relations and noes",
}
"""Table to why nothing of it is in the record."""

_TOLD = (State.ON, State.MET, State.MISSED)


def told_state(state: State) -> State:
    """What became of a match or prompt, as the organizer learns it: who did not come to a yes is not told apart.

    A match may be over before its deadline because both said no, and an answer that is awaited tells that there was
    none: so all of these read the same.
    """
    return state if state in _TOLD else State.EXPIRED


def told(table: str, row: Mapping[str, Any], keeping: Collection[str]) -> dict[str, Any] | None:
    """A row as it stands in the record, None where it does not.

    `keeping` holds the ids of those who agreed to the organizer keeping their e-mail and telephone.
    """
    values = dict(row)
    if table in ("matches", "prompts"):
        values["state"] = told_state(State(row["state"]))
    if table == "prompts" and values["state"] is State.EXPIRED:
        values["answered_at"] = None
    if table == "attendees" and row["id"] not in keeping:
        values |= {"email": "", "phone": ""}
    if table == "list_keys" and row["key"].startswith("email:") and row["attendee_id"] not in keeping:
        return None
    return values
