"""A new passphrase ends what was signed in by the old one."""

from pathlib import Path

from tests.serving import EVENING
from tests.serving import Visitor
from tests.serving import organizer_of
from tests.serving import paired_screen
from tests.serving import serving


def test_a_new_passphrase_signs_every_organizer_out_and_leaves_the_doors_paired(tmp_path: Path) -> None:
    with serving(tmp_path / "data") as served:
        organizer = organizer_of(served)
        door = paired_screen(organizer, "door", "Door left")
        port = served.port
    with serving(tmp_path / "data", EVENING, port) as served:
        assert organizer.get("/organizer").url.endswith("/organizer")
    with serving(tmp_path / "data", EVENING, port, "--new-passphrase") as served:
        assert organizer.get("/organizer").url.endswith("/organizer/sign-in")
        assert door.get("/door").ok
        assert Visitor(served).get("/").ok
