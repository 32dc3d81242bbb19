"""No score, percentage, rank or star of a person: not in a sentence, a page, a painted region or a file."""

import re
from datetime import UTC

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from flask import Flask
from flask import render_template
from flask_babel import force_locale

from kiosk.actions.answer_prompt import answer_prompt
from kiosk.actions.state_topic import state_topic
from kiosk.domain.access import ROUTES
from kiosk.domain.access import Role
from kiosk.domain.match import Answer
from kiosk.domain.statement import Kind
from kiosk.files import ROOT
from kiosk.screens.files import files
from kiosk.screens.files.file import Clocks
from tests.party import Party
from tests.web.conftest import Screens
from tests.web.test_languages import spoken

MEASURES = re.compile(
    r"\b(scor\w*|rank\w*|rating\w*|leaderboard|percent\w*|popular\w*|top \d+|points?|stars?|winner\w*)\b", re.IGNORECASE
)
FIGURES = re.compile(r"\d\s?%|\b0[.,]\d+|\b\d+\.\d{2,}\b")
"""Shares and what is worked out. Times have colons, dates dashes, counts nothing behind the point."""
SIGNS = {"star"}
"""A shape two people look for, and no grade."""
OF_A_MATCH = {"probability", "policy", "engine", "seed"}
"""How a match was drawn, so that the evening can be made anew: about the draw, and the same whoever was in it."""


def measured(text: str) -> list[str]:
    text = re.sub(r"\b\d+\.\d+\.\d+\.\d+\b|[\d.]+ × [\d.]+ mm", "", text)  # where the kiosk is, how large a badge
    found = [hit[0] for hit in MEASURES.finditer(text)] + FIGURES.findall(text)
    return [hit for hit in found if hit.lower() not in SIGNS]


@pytest.fixture
def lived(party: Party) -> list[str]:
    """An evening in which people stated much, were matched, said yes and no, met and were glad; their ids."""
    people = [party.arrives(name) for name in ("Ana", "Ben", "Cem", "Dora", "Emil", "Fay", "Gus")]
    for place, who in enumerate(people):
        for kind in Kind:
            party.database.write(state_topic, who, kind, ("bees", "jazz", "maps")[place % 3], party.topics)
    for match in party.round():
        first, second, *_ = match.attendee_ids
        party.database.write(answer_prompt, match.id, first, Answer.GOING)
        party.database.write(answer_prompt, match.id, second, Answer.GOING)
    party.scans(people[0], people[1])
    return people


SAYS_SO = {"This page is about the evening. It names nobody and ranks nobody."}


def test_no_sentence_measures_a_person() -> None:
    with (ROOT / "babel.cfg").open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file)
    found = []
    for _, _, message, *_ in extract_from_dir(ROOT, methods, options):
        for text in (message,) if isinstance(message, str) else message:
            found += [text for _ in measured(re.sub(r"%\(\w+\)\w", "", text)) if text not in SAYS_SO]
    assert found == []


def test_no_page_measures_a_person(screen: Screens, lived: list[str]) -> None:
    seen = 0
    for role in (Role.STRANGER, Role.ATTENDEE, Role.DOOR, Role.PROJECTOR, Role.ORGANIZER, Role.HELPER):
        browser = screen(role)
        for rule in browser.application.url_map.iter_rules():
            if rule.arguments or "GET" not in (rule.methods or ()) or role not in ROUTES.get(rule.endpoint, ()):
                continue
            page = browser.get(rule.rule)
            if page.status_code == 200 and page.mimetype == "text/html":
                seen += 1
                text = " ".join(spoken(re.sub(r"(?s)<(svg|style)\b.*?</\1>", "", page.text)))
                assert measured(text) == [], f"{rule.rule} for {role}"
    assert seen > 15


def test_no_painted_phone_measures_a_person(app: Flask, party: Party, lived: list[str]) -> None:
    for who in lived:
        with app.app_context(), force_locale("en"):
            assert measured(" ".join(spoken(render_template("phone/_region.html", screen=party.phone(who))))) == []


def test_no_file_measures_a_person(party: Party, lived: list[str]) -> None:
    made = party.database.read_long(files, Clocks(UTC), party.topics)
    assert {file.name for file in made} >= {"attendees.csv", "matches.csv", "meetings.csv"}
    for file in made:
        for header in file.headers:
            assert header in OF_A_MATCH or not MEASURES.search(header.replace("_", " ")), f"{file.name}: {header}"
        for row in file.rows:
            for header, cell in zip(file.headers, row, strict=True):
                assert header in OF_A_MATCH or not FIGURES.search(cell), f"{file.name}: {header} {cell}"


def test_what_would_be_a_measure_is_found() -> None:
    for text in ("Your score: 7", "a 93 % match", "Top 10", "ranked third", "0.873", "five stars", "87%"):
        assert measured(text), text
    for text in ("60 of 274 guests are here.", "Round since 18:02", "about 4 minutes", "62 × 100 mm"):
        assert not measured(text), text
