"""A rehearsal plays on the running kiosk, is marked, and goes without a trace; it never mixes with real guests."""

import re
import shlex
import subprocess
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest

from kiosk.rehearsal.invented import invent
from tests.serving import PASSPHRASE
from tests.serving import Served
from tests.serving import kiosk
from tests.serving import organizer_of
from tests.serving import paired_screen
from tests.serving import serving

LIST = b"Name,Email\r\nAna Real,ana@example.org\r\n"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serving(tmp_path_factory.mktemp("rehearsal") / "evening") as running:
        yield running


def rehearse(served: Served, *options: str) -> "subprocess.CompletedProcess[str]":
    return kiosk("rehearse", "--port", str(served.port), "--passphrase", PASSPHRASE, *options, folder=None)


def test_a_real_evening_is_replayed_to_exactly_its_meetings(served: Served, tmp_path: Path) -> None:
    (tmp_path / "real.dat").write_text(
        "\n".join(f"{at} {one} {other}" for one, other in ((1, 2), (3, 4), (1, 4)) for at in range(0, 60, 20))
        + "\n20 2 3\n40 2 3"
    )
    said = rehearse(served, "--replay", str(tmp_path / "real.dat"), "--minutes", "0.2").stdout
    assert "3 pairs faced each other for a minute; 3 are in meetings.csv." in said
    assert re.search(r"0 │ errors", said)
    assert rehearse(served, "--wipe", "--yes").returncode == 0


def test_the_command_that_the_page_says_reaches_this_kiosk(served: Served) -> None:
    said = re.search(r'<code dir="ltr">(.+?)</code>', organizer_of(served).get("/organizer/rehearsal").text)
    assert said is not None
    command = [*shlex.split(unescape(said[1])), "--passphrase", "not the one"]
    assert "That is not the passphrase." in subprocess.run(command, capture_output=True, text=True, check=False).stderr


def test_a_crowd_arrives_is_matched_and_meets_and_is_wiped(served: Served, tmp_path: Path) -> None:
    (tmp_path / "real.csv").write_bytes(LIST)
    assert kiosk("import", str(tmp_path / "real.csv"), folder=served.folder).returncode == 0

    said = rehearse(served, "--people", "16", "--minutes", "0.6", "--speed", "40").stdout
    figures = {words: int(figure) for figure, words in re.findall(r"│\s+(\d+) │ (.+?)\s+│", said)}
    assert figures["guests arrived"] >= 8
    assert figures["prompts stood on a phone"] >= 8
    assert figures["prompts ended in a meeting"] >= 2
    assert figures["errors"] == 0

    door = paired_screen(organizer_of(served), "door", "Real door")
    form = door.get("/door", params={"q": "Ana Real"}).text
    attendee_id = re.search(r'name="attendee_id" value="(\w+)"', form)
    assert attendee_id is not None
    refused = door.post("/door/check-in", attendee_id=attendee_id[1], request_key="a" * 32)
    assert refused.status_code == 409
    assert "A rehearsal is on" in refused.text
    second = organizer_of(served).post(
        "/organizer/rehearsal/begin", _files={"list": ("list.csv", invent(4, 2)[1], "text/csv")}
    )
    assert second.status_code == 409

    assert "wiped" in rehearse(served, "--wipe", "--yes").stdout
    assert "Nobody by that name" in door.get("/door", params={"q": invent(16, 1)[0][0].name}).text
    arrived = door.post("/door/check-in", attendee_id=attendee_id[1], request_key="b" * 32)
    assert arrived.ok
    assert "Ana Real" in arrived.text


def test_where_people_have_arrived_no_rehearsal_begins(served: Served) -> None:
    refused = rehearse(served, "--people", "4", "--minutes", "0.2")
    assert refused.returncode == 1
    assert "People have arrived already" in refused.stderr
