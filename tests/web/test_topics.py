"""The organizer's topics: counts of words, split and merged with a tap, and nobody's name."""

from typing import cast

import pytest
from flask import Flask

from kiosk.actions.state_topic import state_topic
from kiosk.domain.access import Role
from kiosk.domain.statement import Kind
from kiosk.domain.topic import Topics
from kiosk.screens.topics import TopicsScreen
from kiosk.screens.topics import topics_screen
from tests.party import Party
from tests.web.conftest import Screens

PAGE = "/organizer/topics"


@pytest.fixture(autouse=True)
def _stated(app: Flask, party: Party) -> None:
    said = {"Ana": ("ML", "kids", "moon walks"), "Ben": ("ml", "machine learning"), "Chen": ("Machne Lerning", "sushi")}
    known = cast(Topics, app.extensions["evening"].topics)
    for name, texts in said.items():
        who = party.arrives(name)
        for text in texts:
            party.database.write(state_topic, who, Kind.INTEREST, text, known)


def screen_of(app: Flask, sought: str = "") -> TopicsScreen:
    evening = app.extensions["evening"]
    return cast(TopicsScreen, evening.database.read(topics_screen, evening.topics, sought))


def test_words_are_counted_by_topic_and_nobody_is_named(app: Flask, screen: Screens) -> None:
    shown = screen_of(app)
    learning = next(view for view in shown.merged if view.name == "machine learning")
    assert learning.people == 3
    assert {(words.text.casefold(), words.people) for words in learning.words} == {("ml", 2), ("machne lerning", 1)}
    assert [view.name for view in shown.own] == ["moon walks"]
    page = screen(Role.ORGANIZER).get(PAGE).text
    assert "moon walks" in page
    assert not [name for name in ("Ana", "Ben", "Chen") if name in page]


def test_words_are_split_off_and_put_back(app: Flask, screen: Screens) -> None:
    organizer = screen(Role.ORGANIZER)
    assert organizer.post(PAGE, data={"typed": "ML", "meant": "ML"}).location == PAGE
    assert [(d.words, d.topic) for d in screen_of(app).decisions] == [("ml", "ml")]
    learning = next(view for view in screen_of(app).merged if view.name == "machine learning")
    assert [words.text for words in learning.words] == ["Machne Lerning"]
    organizer.post(f"{PAGE}/undo", data={"words": "ml"})
    assert screen_of(app).decisions == ()
    assert next(view for view in screen_of(app).merged if view.name == "machine learning").people == 3


def test_words_are_merged_into_a_topic_that_another_is_told_of(app: Flask, screen: Screens) -> None:
    organizer = screen(Role.ORGANIZER)
    organizer.post(PAGE, data={"typed": "moon walks", "meant": "Astronomy"})
    assert not screen_of(app).own
    assert (
        next(view for view in screen_of(app).merged if view.words[0].text == "moon walks").name.lower() == "astronomy"
    )


def test_a_search_cuts_the_lists_down_and_stays_after_a_deed(app: Flask, screen: Screens) -> None:
    assert [view.name for view in screen_of(app, "lerning").merged] == ["machine learning"]
    assert screen_of(app, "lerning").own == ()
    organizer = screen(Role.ORGANIZER)
    assert organizer.post(PAGE, data={"typed": "ML", "meant": "ML", "q": "machine"}).location == f"{PAGE}?q=machine"


@pytest.mark.parametrize(("typed", "meant", "status"), [("ML", "machine learning", 409), ("ML", "", 422)])
def test_what_cannot_be_decided_is_said_on_the_page(screen: Screens, typed: str, meant: str, status: int) -> None:
    page = screen(Role.ORGANIZER).post(PAGE, data={"typed": typed, "meant": meant})
    assert page.status_code == status
    assert 'role="alert"' in page.text
    assert "machine learning" in page.text
