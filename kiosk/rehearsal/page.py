"""What a person can do on a page: its forms."""

from dataclasses import dataclass
from dataclasses import field
from html.parser import HTMLParser


@dataclass(slots=True)
class Form:
    """`fields` as they would be sent untouched; `buttons` are the (name, value) pairs of which one is pressed."""

    action: str
    fields: dict[str, str] = field(default_factory=dict)
    buttons: list[tuple[str, str]] = field(default_factory=list)
    files: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    status: int
    html: str
    path: str = ""

    def form(self, end: str, button: tuple[str, str] | None = None) -> Form | None:
        """The first form whose action ends so and which has, where asked for, that button."""
        forms = (form for form in _forms(self.html) if form.action.endswith(end))
        return next((form for form in forms if button is None or button in form.buttons), None)


def _forms(html: str) -> list[Form]:
    reader = _Reader()
    reader.feed(html)
    return reader.forms


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self._open: Form | None = None
        self._in_template = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._in_template += tag == "template"
        if self._in_template:
            return  # what a script may fill in later is not on the page yet
        found = {name: value or "" for name, value in attrs}
        if tag == "form" and found.get("method") == "post":
            self._open = Form(found.get("action", ""))
            self.forms.append(self._open)
        if self._open is None or not found.get("name"):
            return
        name, value = found["name"], found.get("value", "")
        if tag == "button":
            self._open.buttons.append((name, value))
        elif tag == "input" and found.get("type") == "file":
            self._open.files = True
        elif tag == "input" and (found.get("type") not in ("radio", "checkbox") or "checked" in found):
            self._open.fields[name] = value

    def handle_endtag(self, tag: str) -> None:
        self._in_template -= tag == "template"
        if tag == "form":
            self._open = None
