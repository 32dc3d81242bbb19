"""Every sentence a person reads, in the reader's language: the catalogues are whole, and the pages use them."""

import ast
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import jinja2
import pytest
from babel.messages.catalog import Catalog
from babel.messages.catalog import Message
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po
from flask import Flask
from flask import render_template
from flask_babel import force_locale
from jinja2 import nodes

from kiosk.domain.access import Role
from kiosk.domain.beacon import Beacon
from kiosk.domain.refusal import Refused
from kiosk.files import ROOT
from kiosk.files import TEMPLATES
from kiosk.screens.projector import Pair
from kiosk.settings import LANGUAGES
from kiosk.web.language import COOKIE
from tests.party import Party
from tests.web.conftest import Screens

TRANSLATIONS = ROOT / "kiosk" / "translations"
TRANSLATED = [language for language in LANGUAGES if language != "en"]
MARKS = {"_", "gettext", "ngettext", "N_"}
SAID_BY_ATTRIBUTES = {"alt", "aria-label", "title", "placeholder", "data-title", "data-saved"}
WORD = re.compile(r"[“„(]?[^\W\d_]{2,}(?:[’-]\w+)*[.,:;?…”“)]*")
SENTENCE = re.compile(r"^[A-Z][\w’']* .*\S", re.DOTALL)
BEFORE_ANY_LANGUAGE = {"guard.py"}
"""The outermost gate answers in plain English before the application, and so the reader's language, is reached."""


def catalogue(language: str) -> Catalog:
    with (TRANSLATIONS / language / "LC_MESSAGES" / "messages.po").open("rb") as file:
        return read_po(file, locale=language)


def translations(language: str) -> list[Message]:
    return [message for message in catalogue(language) if message.id]


def forms(texts: str | tuple[str, ...]) -> tuple[str, ...]:
    return (texts,) if isinstance(texts, str) else tuple(texts)


def placeholders(text: str) -> set[str]:
    return set(re.findall(r"%\(\w+\)\w|%(?!\()", text))


@pytest.fixture(scope="module")
def marked() -> set[str | tuple[str, ...]]:
    """Every message in code and templates, as `make messages` finds it."""
    with (ROOT / "babel.cfg").open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file)
    return {message for _, _, message, *_ in extract_from_dir(ROOT, methods, options)}


def test_each_language_on_offer_has_a_catalogue_and_each_catalogue_is_on_offer() -> None:
    assert sorted(folder.name for folder in TRANSLATIONS.iterdir()) == sorted(TRANSLATED)


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_catalogue_has_the_messages_of_the_code_and_no_others(
    marked: set[str | tuple[str, ...]], language: str
) -> None:
    there = {message.id for message in translations(language)}
    assert marked - there == set(), "run `make messages` and translate"
    assert there - marked == set(), "run `make messages`"
    assert not catalogue(language).obsolete


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_message_is_translated_and_none_is_a_guess(language: str) -> None:
    for message in translations(language):
        assert all(forms(message.string)), f"without a translation: {message.id}"
        assert not message.fuzzy, f"only guessed: {message.id}"
    whole = catalogue(language)
    assert all(len(forms(message.string)) == whole.num_plurals for message in whole if message.pluralizable)


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translation_fills_in_what_its_message_fills_in(language: str) -> None:
    for message in translations(language):
        singular, *plural = forms(message.id)
        for place, text in enumerate(forms(message.string)):
            original = plural[0] if plural and place else singular
            assert placeholders(text) == placeholders(original), f"{original!r} became {text!r}"


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_sentence_raises_its_voice_or_types_straight_quotes(language: str) -> None:
    for message in translations(language):
        for text in forms(message.id) + forms(message.string):
            assert not set(text) & set("!\"'"), text


def test_every_refusal_can_be_translated(app: Flask, marked: set[str | tuple[str, ...]]) -> None:
    kinds = [Refused]
    for kind in kinds:
        kinds += kind.__subclasses__()
    assert len(kinds) > 10
    assert [kind.__name__ for kind in kinds if kind.sentence not in marked] == []


def test_a_page_answers_in_the_language_the_browser_asks_for(screen: Screens) -> None:
    stranger = screen(Role.STRANGER)
    for asked, language, said in (
        ("de", "de", "So machst du mit"),
        ("it-CH, de-AT;q=0.8, en;q=0.5", "de", "So machst du mit"),
        ("en-GB, de;q=0.5", "en", "How to join"),
        ("de;q=0", "en", "How to join"),
    ):
        page = stranger.get("/", headers={"Accept-Language": asked}).text
        assert f'<html lang="{language}" dir="ltr">' in page, asked
        assert said in page, asked


def test_the_chosen_language_stays_whatever_the_browser_asks_for(screen: Screens) -> None:
    stranger = screen(Role.STRANGER)
    chosen = stranger.post("/language", data={"language": "de", "page": "link.show"})
    assert chosen.headers["Location"] == "/link"
    assert "Dieses Gerät verbinden" in stranger.get("/link", headers={"Accept-Language": "en"}).text


def test_a_language_that_is_not_here_gives_the_one_of_the_evening(screen: Screens) -> None:
    stranger = screen(Role.STRANGER)
    assert "How to join" in stranger.get("/", headers={"Accept-Language": "tlh"}).text
    stranger.post("/language", data={"language": "tlh"})
    stranger.set_cookie(COOKIE, "tlh")
    assert "So machst du mit" in stranger.get("/", headers={"Accept-Language": "de"}).text


def test_a_refusal_is_said_in_the_readers_language(screen: Screens) -> None:
    refused = screen(Role.STRANGER).post("/link", data={"token": "spent"}, headers={"Accept-Language": "de"})
    assert "Dieser Link ist schon benutzt oder zu alt." in refused.text


def test_a_live_region_is_painted_in_the_readers_language_and_nothing_of_the_other_is_left(
    app: Flask, party: Party
) -> None:
    ana = party.arrives("Ana García")
    party.arrives("Ben Okafor")
    party.round()
    prompt = party.phone(ana)
    said = {}
    for language in LANGUAGES:
        with app.app_context(), force_locale(language):
            said[language] = set(spoken(render_template("phone/_region.html", screen=prompt)))
    assert {"Go meet", "You have not met yet. Nothing in common was found, which can be the best start."} < said["en"]
    assert {
        "Triff",
        "Ihr kennt euch noch nicht. Gemeinsames war nicht zu finden, und das kann der beste Anfang sein.",
    } < said["de"]
    assert prompt.prompt
    in_both = {text for text in said["en"] & said["de"] if re.search(r"[^\W\d_]", text)}
    assert in_both == {"Spring mixer", "Ben Okafor", prompt.prompt.spot}


def test_a_pair_of_whom_one_may_be_named_is_said_in_every_language(app: Flask) -> None:
    """The placeholder %(one)s once had the name of the sentence's own first argument."""
    pair = Pair(Beacon("teal", "leaf"), "the bar", ("Ana",), 1, searching=False)
    for language in LANGUAGES:
        with app.app_context(), force_locale(language):
            assert "Ana" in render_template("projector/_names.html", pair=pair)


@pytest.mark.parametrize(("names", "unnamed"), [(("Ana", "Ben", "Cem", "Dora"), 0), (("Ana", "Ben", "Cem"), 1)])
def test_of_four_on_the_wall_nobody_is_left_unsaid(app: Flask, names: tuple[str, ...], unnamed: int) -> None:
    for language in LANGUAGES:
        with app.app_context(), force_locale(language):
            pair = Pair(Beacon("teal", "leaf"), "the bar", names, unnamed, searching=False)
            said = " ".join(spoken(render_template("projector/_names.html", pair=pair)))
            assert all(name in said for name in names)
            assert ("more" in said) == bool(unnamed) or language != "en"


def test_a_name_on_the_wall_stays_text(app: Flask) -> None:
    pair = Pair(Beacon("teal", "leaf"), "the bar", ("<b>Ana", "Ben", "Cem", "Dora"), 0, searching=False)
    with app.app_context(), force_locale("en"):
        assert "<b>" not in render_template("projector/_names.html", pair=pair)


def test_no_template_says_a_word_that_cannot_be_translated() -> None:
    environment = jinja2.Environment()
    found = []
    for file in sorted(TEMPLATES.rglob("*.html")):
        source = file.read_text(encoding="utf-8")
        markup = "".join(text for _, kind, text in environment.lex(source) if kind == "data")
        bare = [word for text in spoken(markup) for word in text.split() if WORD.fullmatch(word)]
        bare += sentences_in_expressions(environment.parse(source))
        found += [f"{file.relative_to(TEMPLATES)}: {text}" for text in bare]
    assert found == []


def test_no_python_of_the_pages_says_a_sentence_that_cannot_be_translated() -> None:
    found = []
    for file in sorted((ROOT / "kiosk" / "web").glob("*.py")):
        if file.name not in BEFORE_ANY_LANGUAGE:
            found += [f"{file.name}: {text}" for text in sentences_in_code(file)]
    assert found == []


class Spoken(HTMLParser):
    """The texts of a page that people read or hear."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []

    def handle_data(self, data: str) -> None:
        if self.cdata_elem != "style":
            self.texts.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.texts += [value or "" for name, value in attrs if name in SAID_BY_ATTRIBUTES]


def spoken(markup: str) -> list[str]:
    parser = Spoken()
    parser.feed(markup)
    parser.close()
    return [text.strip() for text in parser.texts if text.strip()]


def sentences_in_expressions(node: nodes.Node) -> Iterator[str]:
    """Sentences inside {{ }} and {% %} that are not what a marking function is called with."""
    if isinstance(node, nodes.Const) and isinstance(node.value, str):
        yield from SENTENCE.findall(node.value)
    translated = isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and node.node.name in MARKS
    for child in node.iter_child_nodes(exclude=("args",) if translated else None):
        yield from sentences_in_expressions(child)


def sentences_in_code(file: Path) -> Iterator[str]:
    """Sentences in a Python file that are neither docstrings nor what a marking function is called with."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    not_said: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            not_said.add(node.value)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MARKS:
            not_said.update(node.args)
    for node in ast.walk(tree):
        if node not in not_said and isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield from SENTENCE.findall(node.value)
