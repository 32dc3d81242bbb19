"""matches.csv, meetings.csv and introductions.csv."""

from collections.abc import Iterator
from collections.abc import Mapping

import sqlalchemy as sa

from kiosk.domain.introduction import Introduction
from kiosk.domain.match import Match
from kiosk.domain.match import Prompt
from kiosk.domain.match import State
from kiosk.domain.meeting import Meeting
from kiosk.domain.reason import Reasons
from kiosk.domain.record import told_state
from kiosk.screens.files.file import Clocks
from kiosk.screens.files.file import Column
from kiosk.screens.files.file import File
from kiosk.screens.files.file import table
from kiosk.store import introductions
from kiosk.store import matches
from kiosk.store import meetings

Names = Mapping[str, str]


def _state(state: State) -> str:
    told = told_state(state)
    return "not on" if told is State.EXPIRED else told.value


def matches_file(connection: sa.Connection, names: Names, clocks: Clocks) -> File:
    told = ((match, prompt) for match in matches.all_of_them(connection) for prompt in match.prompts)
    columns: tuple[Column[tuple[Match, Prompt]], ...] = (
        Column("match_id", "rows with the same one are one match", lambda row: row[0].id),
        Column("how", "what made it: round, flow or introduction", lambda row: row[0].origin.how.value),
        Column("round", "the round that made it, else empty", lambda row: str(row[0].origin.round_id or "")),
        *clocks.columns("made_at", "when it was made", lambda row: row[0].made_at),
        Column("attendee_id", "who was asked", lambda row: row[1].attendee_id),
        Column("name", "their name", lambda row: names.get(row[1].attendee_id, "")),
        Column("reasons", "what they were told of the others: why to meet", lambda row: _reasons(*row, names)),
        Column("match_state", "on, met or missed; else not on", lambda row: _state(row[0].state)),
        Column(
            "prompt_state",
            "on, met or missed; else not on, whether somebody could not, would not or did not answer",
            lambda row: _state(row[1].state),
        ),
        Column("beacon", "the sign they found each other by", lambda row: _beacon(row[0])),
        Column("spot", "the place they were sent to", lambda row: row[0].spot),
        Column("introduced_by_id", "who introduced them, else empty", lambda row: row[0].origin.introduced_by or ""),
        Column("policy", "best, random (to compare with chance) or by hand", lambda row: row[0].origin.policy.value),
        Column("probability", "the chance the policy had", lambda row: f"{row[0].origin.probability:g}"),
        Column("engine", "the version of the matcher, empty by hand", lambda row: row[0].origin.engine),
        Column("seed", "what the matcher drew from, else empty", lambda row: _number(row[0].origin.seed)),
    )
    return table("matches.csv", "Everyone who was asked to meet somebody: one row a person and match.", columns, told)


def _number(value: int | None) -> str:
    return "" if value is None else str(value)


def _beacon(match: Match) -> str:
    return f"{match.beacon.colour} {match.beacon.shape} {match.beacon.word}".strip()


def _reasons(match: Match, prompt: Prompt, names: Names) -> str:
    others = [who for who in match.attendee_ids if who != prompt.attendee_id]
    said = zip(others, prompt.reasons, strict=False)
    return " | ".join(f"{names.get(who, '')}: {'; '.join(_words(reasons))}" for who, reasons in said)


def _words(reasons: Reasons) -> Iterator[str]:
    if reasons.give:
        yield f"can give {', '.join(reasons.give)}"
    if reasons.get:
        yield f"can get {', '.join(reasons.get)}"
    if reasons.share:
        only = " (the only two here)" if reasons.only_two else ""
        yield f"both into {', '.join(reasons.share)}{only}"
    if reasons.plainly:
        yield reasons.plainly


def meetings_file(connection: sa.Connection, names: Names, clocks: Clocks) -> File:
    columns: tuple[Column[Meeting], ...] = (
        Column("meeting_id", "one for each two people who met", lambda met: met.id),
        *clocks.columns("met_at", "when it was reported", lambda met: met.met_at),
        Column("one_id", "one of the two", lambda met: met.one_id),
        Column("one_name", "their name", lambda met: names.get(met.one_id, "")),
        Column("other_id", "the other", lambda met: met.other_id),
        Column("other_name", "their name", lambda met: names.get(met.other_id, "")),
        Column("how", "scan of a badge, or tap where both said so", lambda met: met.how.value),
        Column("match_id", "the match that brought them together, else empty", lambda met: met.match_id or ""),
    )
    return table("meetings.csv", "Who met whom: one row a meeting.", columns, meetings.all_of_them(connection))


def introductions_file(connection: sa.Connection, names: Names, clocks: Clocks) -> File:
    states = {match.id: match.state for match in matches.all_of_them(connection)}
    columns: tuple[Column[Introduction], ...] = (
        Column("introduction_id", "one for each introduction", lambda each: each.id),
        *clocks.columns("asked_at", "when it was started", lambda each: each.asked_at),
        Column("by_id", "who started it", lambda each: each.by_id),
        Column("by_name", "their name", lambda each: names.get(each.by_id, "")),
        Column("one_id", "one of the two introduced", lambda each: each.one_id),
        Column("one_name", "their name", lambda each: names.get(each.one_id, "")),
        Column("other_id", "the other", lambda each: each.other_id),
        Column("other_name", "their name", lambda each: names.get(each.other_id, "")),
        Column("line", "why, as whoever started it wrote to both", lambda each: each.line),
        Column(
            "state",
            "on, met or missed; else not on",
            lambda each: _state(states.get(each.match_id or "", State.EXPIRED)),
        ),
        Column("match_id", "the match it became, else empty", lambda each: each.match_id or ""),
    )
    about = "Two people introduced by a third who had met both: one row each."
    return table("introductions.csv", about, columns, introductions.all_of_them(connection))
