"""Each kind of printer gets the badge dot for dot; one that does not print is told of in words."""

import re
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from PIL import Image
from PIL import ImageChops

from kiosk.badges import brother
from kiosk.badges import zpl
from kiosk.badges.badge import PLAIN_LOOK
from kiosk.badges.badge import Badge
from kiosk.badges.brother import PINS
from kiosk.badges.brother import raster
from kiosk.badges.draw import draw_badge
from kiosk.badges.fonts import Fonts
from kiosk.badges.port import PrinterError
from kiosk.badges.printer import Kind
from kiosk.badges.printer import Printer
from kiosk.badges.printer import deliver
from kiosk.badges.printer import prepare
from kiosk.badges.size import Size
from kiosk.domain.print_job import Trouble
from tests.printers import brother_picture
from tests.printers import fake_printer
from tests.printers import zpl_picture
from tests.serving import PATIENCE_S
from tests.serving import free_port
from tests.serving import until

ANA = Badge("Ana Sousa", "Stadtgarten", "7K3M9QXT", "HTTP://192.168.1.10:8080/B/7K3M9QXT", ("bees",), "Ask me about")

KINDS: tuple[tuple[Kind, str], ...] = (("brother", "62x100"), ("zpl", "4x3in"))
each_kind = pytest.mark.parametrize(("kind", "size"), KINDS)


def printed(kind: Kind, address: str, size: Size, fonts: Fonts, patience_s: float = PATIENCE_S) -> None:
    printer = Printer("Label left", kind, address, size, patience_s=patience_s)
    deliver(printer, prepare(printer, ANA, fonts, PLAIN_LOOK), ANA.code)


def waits_for_answers(monkeypatch: pytest.MonkeyPatch, mood: str) -> None:
    """Of one that answers at all the answer is waited for, however busy this machine is."""
    if mood not in ("silent", "hang"):
        for talk in (brother, zpl):
            monkeypatch.setattr(talk, "_ANSWER_S", PATIENCE_S)


@pytest.mark.parametrize("name", ["62x100", "62x100-upright", "62-endless", "62-endless-folded"])
@pytest.mark.parametrize("mood", ["well", "silent"])
def test_a_brother_prints_the_badge_dot_for_dot(
    name: str, mood: str, fonts: Fonts, sizes: dict[str, Size], monkeypatch: pytest.MonkeyPatch
) -> None:
    waits_for_answers(monkeypatch, mood)
    size = sizes[name]
    with fake_printer("brother", mood) as fake:
        printed("brother", fake.address, size, fonts)
        until(lambda: fake.jobs)
    (job,) = fake.jobs
    picture = brother_picture(job)
    badge = draw_badge(ANA, size, fonts).convert("L")
    across = badge if badge.height > badge.width else badge.transpose(Image.Transpose.ROTATE_270)
    assert picture.size == (PINS, across.height)
    assert ImageChops.difference(picture.crop((12, 0, 12 + 696, across.height)), across).getbbox() is None
    assert picture.crop((0, 0, 12, across.height)).getextrema() == (255, 255)


def test_a_brother_is_told_which_roll_to_expect(sizes: dict[str, Size]) -> None:
    def media(name: str) -> bytes:
        page = Image.new("1", (sizes[name].width_px, sizes[name].height_px), 1)
        found = re.search(rb"\x1biz(.{4})", raster(page, sizes[name]), re.DOTALL)
        assert found
        return found[1]

    assert media("62x100") == bytes((0xCE, 0x0B, 62, 100))
    assert media("62-endless") == bytes((0xCE, 0x0A, 62, 0))


@pytest.mark.parametrize("mood", ["well", "silent"])
@pytest.mark.parametrize("dpi", [203, 300])
def test_a_zebra_prints_the_badge_dot_for_dot(
    mood: str, dpi: int, fonts: Fonts, sizes: dict[str, Size], monkeypatch: pytest.MonkeyPatch
) -> None:
    waits_for_answers(monkeypatch, mood)
    size = sizes["4x3in"].at(dpi)
    with fake_printer("zpl", mood) as fake:
        printed("zpl", fake.address, size, fonts)
        until(lambda: fake.jobs)
    (job,) = fake.jobs
    badge = draw_badge(ANA, size, fonts).convert("L")
    picture = zpl_picture(job)
    assert ImageChops.difference(picture.crop((0, 0, *badge.size)), badge).getbbox() is None
    assert f"^PW{size.width_px}^LL{size.height_px}".encode() in job
    assert [code.text for code in zxingcpp.read_barcodes(picture)] == [ANA.url]


@each_kind
@pytest.mark.parametrize(
    ("mood", "trouble"),
    [
        ("hang", Trouble.SLOW),
        ("cut", Trouble.CUT_OFF),
        ("empty", Trouble.NO_PAPER),
        ("stuck", Trouble.SLOW),
    ],
)
def test_what_is_wrong_with_a_printer_is_known(
    kind: Kind,
    size: str,
    mood: str,
    trouble: Trouble,
    fonts: Fonts,
    sizes: dict[str, Size],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    waits_for_answers(monkeypatch, mood)
    with fake_printer(kind, mood) as fake, pytest.raises(PrinterError) as caught:
        printed(kind, fake.address, sizes[size], fonts, patience_s=1.0 if trouble is Trouble.SLOW else PATIENCE_S)
    assert caught.value.trouble is trouble


@each_kind
@pytest.mark.parametrize(
    "address", ["127.0.0.1:{port}", "no-such-printer.invalid", "127.0.0.1:not-a-port", "/no/such/lp0"]
)
def test_a_printer_that_is_not_there_cannot_be_reached(
    kind: Kind, size: str, address: str, fonts: Fonts, sizes: dict[str, Size]
) -> None:
    with pytest.raises(PrinterError) as caught:
        printed(kind, address.format(port=free_port()), sizes[size], fonts)
    assert caught.value.trouble is Trouble.UNREACHABLE


def test_nothing_is_sent_to_a_printer_without_paper(
    fonts: Fonts, sizes: dict[str, Size], monkeypatch: pytest.MonkeyPatch
) -> None:
    waits_for_answers(monkeypatch, "empty")
    with fake_printer("zpl", "empty") as fake, pytest.raises(PrinterError):
        printed("zpl", fake.address, sizes["4x3in"], fonts)
    assert fake.jobs == []


def test_a_device_file_is_written_like_a_printer(tmp_path: Path, fonts: Fonts, sizes: dict[str, Size]) -> None:
    device = tmp_path / "lp0"
    device.touch()
    printed("brother", str(device), sizes["62x100"], fonts)
    picture = brother_picture(device.read_bytes())
    assert [code.text for code in zxingcpp.read_barcodes(picture)] == [ANA.url]


def test_a_folder_gets_whole_files(tmp_path: Path, fonts: Fonts, sizes: dict[str, Size]) -> None:
    printed("pdf", str(tmp_path / "printed"), sizes["62x100"], fonts)
    assert [file.name for file in (tmp_path / "printed").iterdir()] == ["7K3M9QXT.pdf"]
    page = pypdfium2.PdfDocument(tmp_path / "printed" / "7K3M9QXT.pdf")[0].render(scale=3).to_pil()
    assert [code.text for code in zxingcpp.read_barcodes(page)] == [ANA.url]


def test_a_folder_that_cannot_be_written_is_out_of_reach(tmp_path: Path, fonts: Fonts, sizes: dict[str, Size]) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(PrinterError) as caught:
        printed("pdf", str(tmp_path / "file" / "printed"), sizes["62x100"], fonts)
    assert caught.value.trouble is Trouble.UNREACHABLE
