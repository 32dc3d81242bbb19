"""The fonts as built and the sizes as shipped; without the fonts every test here fails and says how to build them."""

from pathlib import Path

import pytest

from kiosk.badges.fonts import Fonts
from kiosk.badges.size import Size
from kiosk.badges.size import read_sizes

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def fonts() -> Fonts:
    return Fonts(ROOT / "static" / "dist" / "fonts")


@pytest.fixture(scope="session")
def sizes() -> dict[str, Size]:
    return read_sizes(ROOT / "config" / "badges.toml")
