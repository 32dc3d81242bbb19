"""What the evening is set to while it runs: from the page into the file, from the file onto the screens."""

import re
from pathlib import Path

from tests.flows.test_printing import walk_in
from tests.serving import EVENING
from tests.serving import Visitor
from tests.serving import organizer_of
from tests.serving import paired_screen
from tests.serving import serving
from tests.serving import until

PAGE = "/organizer/settings"


def seen(organizer: Visitor, group: str) -> str:
    """What the page says it was shown of a group."""
    found = re.search(rf'(?s)action="{PAGE}/{group}#.*?name="seen" value="(\w+)"', organizer.get(PAGE).text)
    assert found
    return found[1]


def test_settings_hold_at_once_from_the_page_and_from_the_file(tmp_path: Path) -> None:
    with serving(tmp_path / "evening", f"# ours\n{EVENING}") as served:
        organizer, guest = organizer_of(served), Visitor(served)
        file = served.folder / "event.toml"
        door = paired_screen(organizer, "door", "Door left")

        printer = {"printers.0.name": "Folder", "printers.0.kind": "pdf", "printers.0.dpi": "300"}
        saved = organizer.post(f"{PAGE}/printers", seen=seen(organizer, "printers"), **printer)
        assert saved.url.endswith("saved=printers#printers")
        assert file.read_text(encoding="utf-8").startswith("# ours\n")
        walk_in(door, "Björk")
        until(lambda: len(list((served.folder / "printed").glob("*.pdf"))) == 1)

        organizer.post(f"{PAGE}/printers", seen=seen(organizer, "printers"))
        assert "Folder" not in file.read_text(encoding="utf-8")
        walk_in(door, "Ana")

        written = file.read_text(encoding="utf-8")
        file.write_text(written.replace("Spring mixer", "Summer mixer"), encoding="utf-8")
        until(lambda: "Summer mixer" in guest.get("/").text)
        file.write_text("name = ", encoding="utf-8")  # a mistake: what held before holds
        until(lambda: "what was written there is not used" in served.printed())
        assert "Summer mixer" in guest.get("/").text
        file.write_text(written.replace("Spring mixer", "Autumn mixer"), encoding="utf-8")
        until(lambda: "Autumn mixer" in guest.get("/").text)
        assert len(list((served.folder / "printed").glob("*.pdf"))) == 1
        assert "Traceback" not in served.printed()
