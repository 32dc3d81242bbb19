"""The evening, end to end, over HTTP and real sockets against `kiosk run`, with 300 imported guests."""

import csv
import io
import re
import time
import zipfile
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
import requests

from tests.flows.sockets import LiveScreen
from tests.guests import make_guest_list
from tests.serving import PASSPHRASE
from tests.serving import PATIENCE_S
from tests.serving import Served
from tests.serving import Visitor
from tests.serving import kiosk
from tests.serving import organizer_of
from tests.serving import paired_screen
from tests.serving import serving

HERE = 31


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serving(tmp_path_factory.mktemp("evening") / "data") as running:
        yield running
    log = running.printed()
    assert "Traceback" not in log, log


@pytest.fixture(scope="module")
def organizer(served: Served) -> Visitor:
    return organizer_of(served)


@pytest.fixture(scope="module")
def imported(served: Served, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The list comes in by the command line while the kiosk runs; what was printed."""
    file = tmp_path_factory.mktemp("list") / "guests.csv"
    file.write_bytes(make_guest_list(300, seed=7))
    done = kiosk("import", str(file), folder=served.folder)
    assert done.returncode == 0, done.stderr
    again = kiosk("import", str(file), folder=served.folder)
    assert re.search(r"\b0\b.*new", again.stdout)
    return done.stdout


@pytest.fixture(scope="module")
def door(organizer: Visitor, imported: str) -> Visitor:
    return paired_screen(organizer, "door", "Door left")


@pytest.fixture(scope="module")
def projector(organizer: Visitor) -> Visitor:
    return paired_screen(organizer, "projector", "Projector")


class Phone:
    """Someone who came through the door and linked a phone."""

    def __init__(self, door: Visitor, attendee_id: str) -> None:
        arrival = door.post("/door/check-in", attendee_id=attendee_id, request_key=f"tap-{attendee_id}")
        assert arrival.ok, arrival.text
        self.attendee_id = attendee_id
        self.digits = re.sub(r"\D", "", re.search(r"\b\d{3}\s?\d{3}\b", _text(arrival.text))[0])  # type: ignore[index]
        self.visitor = Visitor(door.served)
        self.page = self.visitor.post("/link/digits", digits=self.digits)
        assert self.page.url.endswith("/me/welcome"), self.page.text
        self.page = self.visitor.post("/me/welcome", agree="yes")
        assert self.page.url.endswith("/me"), self.page.text
        self.code = re.search(r"\b([0-9A-HJKMNP-TV-Z]{4}) ?([0-9A-HJKMNP-TV-Z]{4})\b", _text(self.page.text))

    def live(self) -> LiveScreen:
        return LiveScreen(self.visitor, "phone")


def _text(html: str) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", html)))


@pytest.fixture(scope="module")
def phones(door: Visitor) -> list[Phone]:
    """31 people, found by two letters of their name, checked in, each with a phone."""
    ids: dict[str, None] = {}
    for letters in ("ma", "an", "jo", "el", "ch", "ka", "le", "ri", "sa", "da", "mo", "be", "al", "ta", "ni", "so"):
        found = door.get("/door", params={"q": letters})
        ids |= dict.fromkeys(re.findall(r'name="attendee_id" value="([a-z0-9]{16})"', found.text))
    assert len(ids) >= HERE, len(ids)
    return [Phone(door, attendee_id) for attendee_id in list(ids)[:HERE]]


def test_every_row_of_the_list_is_accounted_for(imported: str) -> None:
    assert "300" in imported
    total = int(re.search(r"(\d+) rows", imported)[1])  # type: ignore[index]
    skipped = int(re.search(r"(\d+) │ skipped in all", imported)[1])  # type: ignore[index]
    assert 300 + skipped == total


def test_the_organizer_sees_a_preview_before_anything_is_saved(organizer: Visitor, imported: str) -> None:
    content = b"Name;Interests\nPreview One;bees\nPreview Two;boats\n"
    before = organizer.get("/healthz").json()["attendees"]
    preview = organizer.post("/organizer/guest-list", _files={"list": ("more.csv", content)})
    assert preview.ok
    assert organizer.get("/healthz").json()["attendees"] == before
    seal = re.search(r'name="seal" value="([0-9a-f]{64})"', preview.text)
    assert seal
    saved = organizer.post("/organizer/guest-list/save", seal=seal[1])
    assert saved.ok
    assert organizer.get("/healthz").json()["attendees"] == before + 2


def test_a_second_check_in_is_yellow_and_changes_nothing(door: Visitor, phones: list[Phone]) -> None:
    here = door.get("/healthz").json()["here"]
    again = door.post("/door/check-in", attendee_id=phones[0].attendee_id, request_key="another-tap")
    assert "again=yes" in again.url
    assert "Door left" in again.text
    assert door.get("/healthz").json()["here"] == here


def test_a_used_link_is_refused_and_says_what_to_do(served: Served, phones: list[Phone]) -> None:
    refused = Visitor(served).post("/link/digits", digits=phones[0].digits)
    assert refused.status_code == 410
    assert "door" in refused.text


def test_a_walk_in_is_one_name_and_one_tap_and_can_be_undone(door: Visitor) -> None:
    arrived = door.post("/door/walk-in", name="Zoë Müller-Lüdenscheidt", request_key="walk-in-1")
    assert "Zoë" in arrived.text
    here = door.get("/healthz").json()["here"]
    undo = re.search(r'action="(/door/arrivals/[a-z0-9]{16}/undo)"', arrived.text)
    assert undo
    door.post(undo[1])
    assert door.get("/healthz").json()["here"] == here - 1


def test_the_badge_is_a_picture_at_300_dpi(door: Visitor, phones: list[Phone]) -> None:
    from PIL import Image

    drawn = door.get(f"/door/badges/{phones[0].attendee_id}.png")
    picture = Image.open(io.BytesIO(drawn.content))
    assert picture.format == "PNG"
    assert round(picture.info["dpi"][0]) == 300


def test_the_round_meeting_sharing_and_the_files(
    served: Served, organizer: Visitor, door: Visitor, projector: Visitor, phones: list[Phone], tmp_path: Path
) -> None:
    screens = {phone.attendee_id: phone.live() for phone in phones}
    wall = LiveScreen(projector, "projector")
    for screen in (*screens.values(), wall):
        screen.wait_for(lambda html: bool(html))

    started = time.monotonic()
    assert organizer.post("/organizer/rounds").ok
    for screen in screens.values():
        screen.wait_for(lambda html: "data-prompt=" in html)
    took = time.monotonic() - started
    wall.wait_for(lambda html: "count-down" in html)
    assert took < 20, "prompts came, but far too late"

    prompts: dict[str, list[Phone]] = {}
    for phone in phones:
        match_id = re.search(r'data-prompt="([a-z0-9]{16})"', screens[phone.attendee_id].html)
        assert match_id
        prompts.setdefault(match_id[1], []).append(phone)
    assert sorted({len(people) for people in prompts.values()}) == [2, 3], "31 people: pairs and one trio"

    for html in (screen.html for screen in screens.values()):
        assert not re.search(r"\d+\s?%|\bscore\b|\brank\b", _text(html).casefold())

    match_id, (ana, ben, *_) = next((m, people) for m, people in prompts.items() if len(people) == 2)
    quiet = screens[ben.attendee_id].html
    ana.visitor.post(f"/me/prompts/{match_id}", answer="going")
    screens[ana.attendee_id].wait_for(lambda html: "Nothing is on until" in html)
    assert screens[ben.attendee_id].html == quiet, "nothing is on, and the other has learned nothing"
    ben.visitor.post(f"/me/prompts/{match_id}", answer="going")
    for phone in (ana, ben):
        screens[phone.attendee_id].wait_for(lambda html: f"/me/prompts/{match_id}/met" in html)

    assert ben.code
    opened = ana.visitor.get(f"/B/{ben.code[1]}{ben.code[2]}")
    assert "data-once" in opened.text
    ana.visitor.post("/b", code=ben.code[1] + ben.code[2])
    for phone in (ana, ben):
        screens[phone.attendee_id].wait_for(lambda html: "You met" in html)

    ben.visitor.post("/me/contact", email="ben@secret.example", phone="")
    ana.visitor.post("/me/contact", email="ana@secret.example", phone="")
    screens[ana.attendee_id].wait_for(lambda html: "/share" in html)
    share = re.search(r'action="(/me/meetings/[a-z0-9]{16}/share)"', screens[ana.attendee_id].html)
    assert share
    ben.visitor.post(share[1], field="email")
    assert "ben@secret.example" not in ana.visitor.get("/me").text
    ana.visitor.post(share[1], field="email")
    screens[ana.attendee_id].wait_for(lambda html: "ben@secret.example" in html)
    screens[ben.attendee_id].wait_for(lambda html: "ana@secret.example" in html)

    organizer.post("/organizer/rounds/end")
    wall.wait_for(lambda html: "count-down" not in html)
    for screen in (*screens.values(), wall):
        screen.close()

    refused = organizer.post("/organizer/export", passphrase="wrong")
    assert refused.status_code == 403
    files = zipfile.ZipFile(io.BytesIO(organizer.post("/organizer/export", passphrase=PASSPHRASE).content))
    tables = [name for name in files.namelist() if name.endswith(".csv")]
    assert {"attendees.csv", "arrivals.csv", "matches.csv", "meetings.csv"} <= set(tables)
    done = kiosk("export", str(tmp_path / "files"), folder=served.folder)
    assert done.returncode == 0, done.stderr
    for name in files.namelist():
        content = files.read(name)
        assert (tmp_path / "files" / name).read_bytes() == content
        assert b"secret.example" not in content
    for name in tables:
        content = files.read(name)
        assert content.startswith(b"\xef\xbb\xbf")
        rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
        assert {len(row) for row in rows} == {len(rows[0])}
        assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)
    again = kiosk("import-evening", str(tmp_path / "files" / "evening.json"), folder=tmp_path / "again")
    assert again.returncode == 0, again.stderr
    meetings = list(csv.DictReader(io.StringIO(files.read("meetings.csv").decode("utf-8-sig"))))
    assert [{row["one_id"], row["other_id"]} for row in meetings] == [{ana.attendee_id, ben.attendee_id}]
    assert meetings[0]["met_at_utc"].endswith("Z")
    told = list(csv.DictReader(io.StringIO(files.read("matches.csv").decode("utf-8-sig"))))
    assert {row["prompt_state"] for row in told} <= {"on", "met", "missed", "not on"}, "a no is told to nobody"
    assert meetings[0]["how"] == "scan"


def test_a_guest_without_a_phone_is_told_and_answers_at_the_door(organizer: Visitor, door: Visitor) -> None:
    walls = [
        door.post("/door/walk-in", name=name, request_key=f"no-phone-{name}") for name in ("Nora Ohne", "Otto Ohne")
    ]
    arrivals = [re.search(r"/door/arrivals/([a-z0-9]{16})", page.url)[1] for page in walls]  # type: ignore[index]
    for arrival in arrivals:
        assert "is matched with others" in door.post(f"/door/arrivals/{arrival}/matched", agree="yes").text
    assert organizer.post("/organizer/rounds").ok
    told = [door.get(f"/door/arrivals/{arrival}", params={"again": "yes"}) for arrival in arrivals]
    for arrival, page in zip(arrivals, told, strict=True):
        assert "Go meet" in _text(page.text)
        answer = re.search(rf'action="(/door/arrivals/{arrival}/prompts/[a-z0-9]{{16}})"', page.text)
        assert answer
        assert "Yes is noted" in door.post(answer[1], answer="going").text or "It’s on" in _text(
            door.get(f"/door/arrivals/{arrival}", params={"again": "yes"}).text
        )
    shown = door.post(f"/door/arrivals/{arrivals[0]}/shown", shown="yes")
    assert "may call this guest by name" in shown.text
    organizer.post("/organizer/rounds/end")


def test_a_cut_screen_comes_back_to_the_same_picture(organizer: Visitor, projector: Visitor) -> None:
    assert organizer.post("/organizer/scene", scene="room").ok  # held: by itself it may change in between
    first = LiveScreen(projector, "projector")
    first.wait_for(lambda html: "people-graph" in html)
    first.close()
    second = LiveScreen(projector, "projector")
    second.wait_for(lambda html: bool(html))
    assert second.html == first.html
    assert second.seq > first.seq
    second.close()


def test_a_revoked_door_is_a_stranger_at_once(organizer: Visitor) -> None:
    tablet = paired_screen(organizer, "door", "Door lost")
    live = LiveScreen(tablet, "door")
    live.wait_for(lambda html: bool(html))
    lost = re.search(r'id="screen-([a-z0-9]{16})">\s*<div>\s*<strong><bdi>Door lost<', organizer.get("/organizer").text)
    assert lost
    assert organizer.post(f"/organizer/screens/{lost[1]}/revoke").ok
    live.wait_until_gone()
    assert tablet.get("/door").status_code == 403


def test_a_stranger_gets_no_socket_and_a_wrong_name_no_page(served: Served) -> None:
    socket_path = "/socket.io/?EIO=4&transport=polling"
    assert requests.get(served.base + socket_path, timeout=PATIENCE_S).status_code == 401
    assert requests.get(served.base, headers={"Host": "evil.example"}, timeout=PATIENCE_S).status_code == 400


def test_healthz_tells_figures_to_the_laptop(served: Served) -> None:
    answer = requests.get(f"{served.base}/healthz", timeout=PATIENCE_S).json()
    assert answer["status"] == "ok"
    assert answer["attendees"] >= 300
    assert tuple(map(int, answer["sqlite"].split("."))) >= (3, 51, 3)
