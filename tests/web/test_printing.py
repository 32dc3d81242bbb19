"""Printing from the door's and the organizer's pages."""

import io
import re
from pathlib import Path
from random import Random

import pypdfium2
import pytest
import zxingcpp
from flask import Flask
from PIL import Image

from kiosk.actions.end_print_job import end_print_job
from kiosk.actions.load_roll import load_roll
from kiosk.app import create_app
from kiosk.badges.draw import draw_badge
from kiosk.domain.access import Role
from kiosk.domain.identifier import new_id
from kiosk.domain.print_job import PrintState
from kiosk.domain.print_job import Trouble
from kiosk.evening import Evening
from kiosk.settings import PrinterSetting
from kiosk.settings import Settings
from kiosk.settings.error import SettingsError
from kiosk.store import print_jobs
from kiosk.store.database import Database
from tests.party import Party
from tests.web.conftest import Screens

LEFT = PrinterSetting(name="Label left", kind="brother", address="192.0.2.9", doors=("door left",))
TALL = PrinterSetting(name="Big", kind="zpl", address="192.0.2.10", size="4x3in", dpi=203)


@pytest.fixture
def printers() -> tuple[PrinterSetting, ...]:
    return (LEFT, TALL)


@pytest.fixture
def evening(tmp_path: Path, database: Database, printers: tuple[PrinterSetting, ...]) -> Evening:
    settings = Settings(name="Spring mixer", address="http://10.0.0.5", printers=printers, badge_colour="#0b6e69")
    return Evening(tmp_path, settings, database, 8080)


@pytest.fixture
def app(evening: Evening) -> Flask:
    app = create_app(evening)
    app.config["WTF_CSRF_ENABLED"] = False
    return app


def test_a_door_asks_its_own_printer(screen: Screens, party: Party) -> None:
    door, ana = screen(Role.DOOR), party.walks_in("Ana").arrival
    page = door.get(f"/door/arrivals/{ana.id}").text
    assert f'action="/door/arrivals/{ana.id}/print"' in page
    assert door.post(f"/door/arrivals/{ana.id}/print", follow_redirects=True).status_code == 200
    (job,) = party.database.read(print_jobs.not_printed)
    assert (job.printer, job.size, job.door) == ("Label left", "62x100", "door left")
    page = door.get(f"/door/arrivals/{ana.id}").text
    assert "The badge is on its way." in page
    assert "waits its turn, at <bdi>Label left</bdi>" in page


def test_a_badge_that_is_out_asks_why_it_is_wanted_again(screen: Screens, party: Party) -> None:
    door, ana = screen(Role.DOOR), party.walks_in("Ana").arrival
    door.post(f"/door/arrivals/{ana.id}/print")
    (job,) = party.database.read(print_jobs.not_printed)
    party.database.write(end_print_job, job.id)
    page = door.get(f"/door/arrivals/{ana.id}").text
    assert re.search(r"Badge printed at \d\d:\d\d\. Again\?", page)
    assert re.findall(r'name="why" value="(\w+)"', page) == ["spoiled", "lost", "changed"]
    refused = door.post(f"/door/arrivals/{ana.id}/print")
    assert refused.status_code == 409
    assert "Say why it is printed again." in refused.text
    assert door.post(f"/door/arrivals/{ana.id}/print", data={"why": "boredom"}).status_code == 422
    assert door.post(f"/door/arrivals/{ana.id}/print", data={"why": "lost"}).status_code == 303
    (again,) = party.database.read(print_jobs.not_printed)
    assert again.why == "lost"


def test_trouble_is_said_in_words_and_tried_again_from_the_door(screen: Screens, party: Party) -> None:
    door, ana = screen(Role.DOOR), party.walks_in("Ana").arrival
    door.post(f"/door/arrivals/{ana.id}/print")
    (job,) = party.database.read(print_jobs.not_printed)
    party.database.write(end_print_job, job.id, Trouble.NO_PAPER)
    assert "The printer is out of paper." in door.get("/door").text
    answer = door.post(f"/door/prints/{job.id}/again", headers={"Accept": "text/vnd.kiosk.region+html"})
    assert answer.headers["X-Region"] == "printing"
    assert "waits its turn" in answer.text
    assert party.database.read(print_jobs.need, job.id).state is PrintState.QUEUED
    door.post(f"/door/prints/{job.id}/drop")
    assert party.database.read(print_jobs.not_printed) == []


def test_a_roll_that_is_nearly_used_up_is_told(screen: Screens, party: Party) -> None:
    party.database.write(load_roll, "Label left", 12)
    assert "<bdi>Label left</bdi> has 12 labels left." in screen(Role.DOOR).get("/door").text


def test_the_browser_prints_on_a_page_of_the_badges_size(screen: Screens, party: Party) -> None:
    door, ana = screen(Role.DOOR), party.arrives("Ana")
    page = door.get(f"/door/badges/{ana}/paper").text
    assert f'src="/door/badges/{ana}.png"' in page
    assert 'href="/door/paper.css"' in page
    assert "@page{size:93.9mm 58.93mm;margin:0}" in door.get("/door/paper.css").text


def test_the_preview_is_what_prints(screen: Screens, party: Party, evening: Evening) -> None:
    organizer, ana = screen(Role.ORGANIZER), party.arrives("Ana")
    for name in ("62x100", "86x55", "a7-folded"):
        seen = Image.open(io.BytesIO(organizer.get(f"/organizer/badges/{ana}.png?size={name}").data))
        badge = evening.badge_of(party.person(ana))
        drawn = draw_badge(badge, evening.badge_sizes[name], evening.fonts, evening.look)
        assert (seen.mode, seen.size) == (drawn.mode, drawn.size)
        assert seen.tobytes() == drawn.tobytes()


def test_the_organizer_sees_sizes_printers_and_what_no_font_draws(screen: Screens, party: Party) -> None:
    organizer = screen(Role.ORGANIZER)
    party.arrives("สมชาย")
    page = organizer.get("/organizer/badges?size=a7-folded").text
    assert '<option value="a7-folded" selected>' in page
    assert "No font here has some of these characters" in page
    assert "<bdi>สมชาย</bdi>" in page
    assert "<bdi>Label left</bdi>" in page
    assert organizer.get("/organizer/badges?size=nonsense&who=nobody").status_code == 200


def test_the_organizers_files(screen: Screens, party: Party) -> None:
    organizer = screen(Role.ORGANIZER)
    party.arrives("Here Already")
    for path in ("badges.pdf?size=86x55&first=3", "table-cards.pdf", "tick-list.pdf"):
        answer = organizer.get(f"/organizer/badges/{path}")
        assert answer.mimetype == "application/pdf"
        assert answer.headers["Content-Disposition"].startswith("attachment")
        assert answer.data.startswith(b"%PDF")
    page = pypdfium2.PdfDocument(organizer.get("/organizer/badges/table-cards.pdf").data)[0].render(scale=2).to_pil()
    assert {code.text for code in zxingcpp.read_barcodes(page)} == {"HTTP://10.0.0.5"}
    for wrong in ("size=86x55&first=11", "size=62x100&first=2", "first=-1", "first=x"):
        assert organizer.get(f"/organizer/badges/badges.pdf?{wrong}").status_code == 422


def test_the_organizer_loads_a_roll_and_prints_all(screen: Screens, party: Party) -> None:
    organizer = screen(Role.ORGANIZER)
    assert organizer.post("/organizer/badges/printers/Big/roll", data={"labels": "250"}).status_code == 303
    assert "250 labels left" in organizer.get("/organizer/badges").text
    assert organizer.post("/organizer/badges/printers/Big/roll", data={"labels": "many"}).status_code == 422
    assert organizer.post("/organizer/badges/printers/Sold/expected").status_code == 404
    assert organizer.post("/organizer/badges/printers/Big/expected").status_code == 303


@pytest.mark.parametrize("printers", [(), (LEFT,)])
def test_a_door_without_a_printer_prints_from_its_browser(
    printers: tuple[PrinterSetting, ...], screen: Screens, party: Party, evening: Evening
) -> None:
    assert evening.printer_for("Door right") is None
    ana = party.walks_in("Ana").arrival
    if not printers:
        page = screen(Role.DOOR).get(f"/door/arrivals/{ana.id}").text
        assert f'href="/door/badges/{ana.attendee_id}/paper"' in page
        assert screen(Role.DOOR).post(f"/door/arrivals/{ana.id}/print").status_code == 404


def test_a_door_that_no_printer_names_takes_the_one_for_all(evening: Evening) -> None:
    left, right = evening.printer_for("door left"), evening.printer_for("Door right")
    assert left
    assert right
    assert (left.name, right.name) == ("Label left", "Big")
    assert right.size.dpi == 203


@pytest.mark.parametrize("printers", [(PrinterSetting(name="x", kind="brother", address="y", size="a6"),)])
def test_a_size_that_a_printer_cannot_print_is_an_error_in_words(evening: Evening) -> None:
    with pytest.raises(SettingsError, match="choose a size with roll_mm"):
        _ = evening.printers


@pytest.mark.parametrize("printers", [(PrinterSetting(name="Folder", kind="pdf", address="out"),)])
@pytest.mark.parametrize("name", ["out", "printed"])
def test_badges_left_in_a_folder_are_forgotten_with_their_people_and_nothing_else(evening: Evening, name: str) -> None:
    """Also where a printer was that is in the settings no more."""
    folder = evening.folder / name
    folder.mkdir()
    (folder / f"{new_id(Random(1))}.pdf").write_bytes(b"Ana")
    (folder / f".{new_id(Random(2))}.part").write_bytes(b"Ben")
    (folder / "drinks of the day.pdf").write_bytes(b"Tea")
    evening.forget_papers()
    assert [file.name for file in folder.iterdir()] == ["drinks of the day.pdf"]
