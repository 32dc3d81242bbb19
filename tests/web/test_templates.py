from collections.abc import Callable

import pytest
from flask import Flask
from flask_babel import force_locale
from jinja2 import DictLoader

from kiosk.web.templates import Templates

TEMPLATES = {
    "answers.html": "<b>{{ _('Later') }}</b>",
    "who.html": "{{ _('Go meet %(names)s', names=name) }}",
    "label.html": "{% set said = _('Go meet %(names)s', names=name) %}<i title=\"{{ said }}\">",
    "whole.html": "{% set word = 'ours' %}{% for one in 'ab' %}{% include 'part.html' %}{% endfor %}{{ word }}",
    "part.html": "{% set word = 'theirs' %}{{ one }}{{ loop.index }}{{ word }} ",
    "shares.html": "{{ _('%(share)d%% of %(names)s', share=5, names=name) }} {{ _('100%% of %(names)s', names=name) }}",
}


Said = Callable[..., str]


@pytest.fixture
def said(app: Flask) -> Said:
    templates = Templates(app, loader=DictLoader(TEMPLATES), autoescape=True)
    templates.globals.update(app.jinja_env.globals)

    def say(template: str, language: str = "en", **values: str) -> str:
        with app.app_context(), force_locale(language):
            return templates.get_or_select_template(template).render(**values)

    return say


def test_one_template_is_said_in_each_language(said: Said) -> None:
    heard = [said("answers.html", language) for language in ("en", "de", "en")]
    assert heard == ["<b>Later</b>", "<b>Später</b>", "<b>Later</b>"]


def test_what_fills_a_sentence_stays_text(said: Said) -> None:
    assert said("who.html", name="<b>Ana") == "Go meet &lt;b&gt;Ana"
    assert said("label.html", name='"Ana"') == '<i title="Go meet &#34;Ana&#34;">'


def test_a_per_cent_sign_is_one_per_cent_sign(said: Said) -> None:
    assert said("shares.html", name="50%") == "5% of 50% 100% of 50%"


def test_a_part_knows_where_it_stands_and_sets_nothing_outside_itself(said: Said) -> None:
    assert said("whole.html") == "a1theirs b2theirs ours"
