"""The laws of the house, read from the imports."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

HOUSE = Path(__file__).parent.parent / "kiosk"

MAY_IMPORT = {
    "domain": {"domain"},
    "store": {"store", "domain", "native"},
    "actions": {"actions", "store", "domain"},
    "screens": {"screens", "store", "domain"},
    "badges": {"badges", "domain"},
    "guestlists": {"guestlists", "domain"},
    "venue": {"venue", "domain"},
    "rehearsal": {"rehearsal"},
    "afterwards": {"afterwards", "screens", "domain", "guestlists", "evening", "files"},
    "web": {
        *("web", "actions", "screens", "store", "domain", "badges", "guestlists", "venue", "printing"),
        "afterwards",
        *("evening", "settings", "files", "native"),
    },
    "printing": {"printing", "actions", "screens", "store", "domain", "badges", "evening", "native"},
    "live": {"live", "actions", "screens", "store", "domain", "evening", "phones_first"},
}
PURE_LIBRARIES = {"numpy", "scipy", "rustworkx"}
PURE_STANDARD = {
    *("abc", "bisect", "collections", "csv", "dataclasses", "datetime", "enum", "functools", "hashlib", "heapq", "io"),
    *("itertools", "math", "operator", "random", "re", "string", "typing", "unicodedata", "zlib"),
}


def imports(file: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: relative imports hide the direction"
            found.add(node.module or "")
            if node.module and node.module.count(".") <= 1:
                found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def files(package: str) -> list[Path]:
    return sorted((HOUSE / package).rglob("*.py"))


@pytest.mark.parametrize("package", sorted(MAY_IMPORT))
def test_a_package_imports_only_what_its_law_allows(package: str) -> None:
    for file in files(package):
        for name in imports(file):
            parts = name.split(".")
            if parts[0] == "kiosk" and len(parts) > 1 and parts[1] != "__version__":
                assert parts[1] in MAY_IMPORT[package], f"{file.relative_to(HOUSE)} imports {name}"


def test_the_domain_is_pure() -> None:
    for file in files("domain"):
        for name in imports(file):
            top = name.split(".")[0]
            assert top in {"kiosk"} | PURE_LIBRARIES | PURE_STANDARD, f"{file.name} imports {name}"
        text = file.read_text(encoding="utf-8")
        for clock in ("datetime.now(", "time.time(", "monotonic(", "open(", "SystemRandom"):
            assert clock not in text, f"{file.name} uses {clock}"


def test_only_the_store_speaks_sql() -> None:
    for file in HOUSE.rglob("*.py"):
        package = file.relative_to(HOUSE).parts[0]
        if package not in ("store",):
            text = file.read_text(encoding="utf-8")
            assert "sa.select" not in text, file
            assert ".execute(" not in text, file


def test_only_the_painter_emits() -> None:
    emitting = {
        file.relative_to(HOUSE).as_posix() for file in HOUSE.rglob("*.py") if ".emit(" in file.read_text("utf-8")
    }
    assert emitting == {"live/painter.py"}


@pytest.mark.parametrize("package", sorted(MAY_IMPORT))
def test_each_package_says_its_law(package: str) -> None:
    law = ast.get_docstring(ast.parse((HOUSE / package / "__init__.py").read_text(encoding="utf-8")))
    assert law
    assert law.startswith("Law: ")


def test_an_action_is_one_deed_a_file() -> None:
    for file in files("actions"):
        if file.stem != "__init__":
            functions = [
                node.name for node in ast.parse(file.read_text("utf-8")).body if isinstance(node, ast.FunctionDef)
            ]
            assert any(name.startswith(file.stem) or file.stem.startswith(name) for name in functions) or file.stem in (
                "meet",
                "pair_device",
            ), f"{file.name} does not hold the deed it is named for"


def test_nothing_is_called_by_a_word_that_means_everything() -> None:
    for file in HOUSE.rglob("*.py"):
        assert file.stem not in {"utils", "helpers", "manager", "handler", "data", "common", "process"}, file


def test_every_library_the_kiosk_imports_is_one_it_asks_for() -> None:
    asked = {
        re.split(r"[\[<>=~; ]", line, maxsplit=1)[0].lower().replace("_", "-")
        for line in tomllib.loads((HOUSE.parent / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    }
    brought = {"werkzeug": "flask", "markupsafe": "flask", "jinja2": "flask", "babel": "flask-babel"}
    providers = packages_distributions()
    for file in HOUSE.rglob("*.py"):
        for name in imports(file):
            top = name.split(".")[0]
            if top and top not in sys.stdlib_module_names and top != "kiosk":
                names = {each.lower().replace("_", "-") for each in providers.get(top, [top])}
                names |= {brought[each] for each in names if each in brought}
                assert names & asked, f"{file.relative_to(HOUSE)} imports {top}, which pyproject.toml does not ask for"
