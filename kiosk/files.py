"""Where the files that come with the kiosk are: beside the package in a checkout, inside it once installed."""

from pathlib import Path

_INSTALLED = Path(__file__).parent / "_data"
ROOT = _INSTALLED if _INSTALLED.exists() else Path(__file__).parent.parent

TEMPLATES = ROOT / "templates"
DIST = ROOT / "static" / "dist"
CONFIG = ROOT / "config"
TRANSLATIONS = Path(__file__).parent / "translations"
