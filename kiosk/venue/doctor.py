"""Looks at the laptop before guests do."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kiosk.venue.addresses import lan_addresses

_SQLITE_FIXED = (3, 51, 3)
"""Versions before can damage a WAL database when a checkpoint and a write coincide (sqlite.org, 2026-03-13)."""
_ROOM_MIB = 200
_SCRIPTS = "Aéß ầ Жї Ωώ אב عرب हिन्दी 漢字 かな 한글"


@dataclass(frozen=True, slots=True)
class Finding:
    fine: bool
    said: str


def look(
    folder: Path,
    address: str,
    sqlite_version: str,
    missing: Callable[[str], set[str]],
    shaped: bool,
) -> list[Finding]:
    """Findings about address, SQLite, disk and fonts.

    `address` is what QR codes point to, `missing` tells the characters no font can draw, `shaped` whether letters
    that join are joined.
    """
    addresses = lan_addresses()
    free_mib = shutil.disk_usage(folder).free // 2**20
    unknown = missing(_SCRIPTS)
    new_enough = tuple(map(int, sqlite_version.split("."))) >= _SQLITE_FIXED
    return [
        Finding(bool(addresses), f"phones reach this laptop at {', '.join(addresses) or 'no address: join a network'}"),
        Finding(True, f"QR codes point to {address}"),
        Finding(
            new_enough,
            f"SQLite {sqlite_version}" + ("" if new_enough else ": older than 3.51.3, which mends a rare damage"),
        ),
        Finding(free_mib >= _ROOM_MIB, f"{free_mib} MiB free in {folder}"),
        Finding(
            not unknown,
            "fonts for every script are here" if not unknown else f"no font for {' '.join(sorted(unknown))}",
        ),
        Finding(
            shaped,
            "Arabic and Devanagari letters are joined on badges"
            if shaped
            else "libfribidi is missing: Arabic and Devanagari letters on badges are not joined",
        ),
    ]
