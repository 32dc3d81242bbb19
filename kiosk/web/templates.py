"""Templates, compiled once for each language with its sentences, and the parts they include, in place."""

import re
from collections.abc import MutableMapping
from functools import cache
from typing import Any

from flask.templating import Environment
from jinja2 import Template
from jinja2.nodes import Call
from jinja2.nodes import Const
from jinja2.nodes import Expr
from jinja2.nodes import Include
from jinja2.nodes import Name
from jinja2.nodes import Node
from jinja2.nodes import Output
from jinja2.nodes import Scope
from jinja2.nodes import Template as Source
from jinja2.nodes import TemplateData
from jinja2.visitor import NodeTransformer

from kiosk.web.language import sentence
from kiosk.web.language import spoken

_FILLED = re.compile(r"%\((\w+)\)s")


class Templates(Environment):
    """Flask's templates in every language; their globals, which must be set before one is loaded, in one plain dict.

    A prompt is painted for a thousand phones at once. Looking up its twenty sentences and half a dozen parts for each
    of them took more than half of that; so did Jinja's globals, a ChainMap that it copies at every include and import.
    """

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._in = cache(lambda _language: self.overlay())

    def get_or_select_template(self, *arguments: Any, **options: Any) -> Template:
        """Where rendering begins: here the reader's language is chosen."""
        return super(Templates, self._in(spoken())).get_or_select_template(*arguments, **options)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        return {**self.globals, **(d or {})}

    def _generate(self, source: Source, *arguments: Any, **options: Any) -> str:
        return super()._generate(_InPlace().visit(source), *arguments, **options)


class _InPlace(NodeTransformer):
    """Puts what is said in place of each `_("…")`, whole or in parts around what fills it, and what is included in
    place of each `{% include "…" %}`; a part sets nothing outside itself."""

    def visit_Call(self, node: Call) -> Node:  # noqa: N802 - named by Jinja
        self.generic_visit(node)
        parts = _parts(node)
        return parts[0] if parts and len(parts) == 1 else node

    def visit_Output(self, node: Output) -> Node:  # noqa: N802 - named by Jinja
        self.generic_visit(node)
        node.nodes = [part for each in node.nodes for part in _parts(each) or [each]]
        return node

    def visit_Include(self, node: Include) -> Node:  # noqa: N802 - named by Jinja
        match node:
            case Include(template=Const(value=str(name)), with_context=True, ignore_missing=False):
                templates = node.environment
                assert templates is not None
                assert templates.loader is not None
                text, file, _ = templates.loader.get_source(templates, name)
                return Scope(self.visit(templates.parse(text, name, file)).body, lineno=node.lineno)
        return node


def _parts(node: Expr) -> list[Expr] | None:
    """A sentence as it is said, its values where they stand in it; None for what is no sentence known beforehand."""
    match node:
        case Call(node=Name(name="_"), args=[Const(value=str(text))], dyn_args=None, dyn_kwargs=None):
            values = {pair.key: pair.value for pair in node.kwargs}
        case _:
            return None
    texts = _FILLED.split(sentence(text))  # every second is the name of a value
    if "%" in "".join(texts[::2]).replace("%%", "") or not values.keys() >= set(texts[1::2]):
        return None
    parts: list[Expr] = []
    for place, each in enumerate(texts):
        parts.append(values[each] if place % 2 else TemplateData(each.replace("%%", "%"), lineno=node.lineno))
    return parts
