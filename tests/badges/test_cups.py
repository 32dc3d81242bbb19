"""Printing through a real CUPS, which works, is switched off, runs out of paper, hangs and gives up."""

import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp

from kiosk.badges.badge import PLAIN_LOOK
from kiosk.badges.badge import Badge
from kiosk.badges.fonts import Fonts
from kiosk.badges.port import PrinterError
from kiosk.badges.printer import Printer
from kiosk.badges.printer import deliver
from kiosk.badges.printer import prepare
from kiosk.badges.size import Size
from kiosk.domain.print_job import Trouble
from tests.badges.cups import PDF_PRINTER
from tests.badges.cups import WHY_NOT
from tests.badges.cups import Cups
from tests.badges.cups import cups
from tests.serving import free_port
from tests.serving import until

pytestmark = pytest.mark.skipif(bool(WHY_NOT), reason=WHY_NOT)

ANA = Badge("Ana Sousa", "Stadtgarten", "7K3M9QXT", "HTTP://192.168.1.10:8080/B/7K3M9QXT", ("bees",), "Ask me about")


@pytest.fixture(scope="module")
def running() -> Iterator[Cups]:
    """In a folder of its own: pytest's are closed to the user that CUPS prints as."""
    with tempfile.TemporaryDirectory(prefix="kiosk-cups-") as name:
        Path(name).chmod(0o755)
        with cups(Path(name)) as started:
            started.queue("labels")
            started.queue("paused")
            started.does("cupsdisable", "paused")
            started.queue("rejecting")
            started.does("cupsreject", "rejecting")
            yield started


def printed(address: str, fonts: Fonts, sizes: dict[str, Size], patience_s: float = 60) -> None:
    printer = Printer("Label left", "cups", address, sizes["62x100"], patience_s=patience_s)
    deliver(printer, prepare(printer, ANA, fonts, PLAIN_LOOK), ANA.code)


def trouble(address: str, fonts: Fonts, sizes: dict[str, Size], patience_s: float = 60) -> Trouble:
    with pytest.raises(PrinterError) as caught:
        printed(address, fonts, sizes, patience_s)
    return caught.value.trouble


def test_a_queue_prints_the_badge_on_a_page_of_its_size(running: Cups, fonts: Fonts, sizes: dict[str, Size]) -> None:
    running.mood("well")
    before = len(running.printed())
    printed(f"labels@{running.server}", fonts, sizes)
    files = running.printed()
    assert len(files) == before + 1
    document = pypdfium2.PdfDocument(files[-1])
    size = sizes["62x100"]
    assert document.get_page_size(0) == pytest.approx((size.width_mm / 25.4 * 72, size.height_mm / 25.4 * 72), abs=0.1)
    assert [code.text for code in zxingcpp.read_barcodes(document[0].render(scale=3).to_pil())] == [ANA.url]


def test_the_pdf_backend_of_debian_prints_a_file(running: Cups, fonts: Fonts, sizes: dict[str, Size]) -> None:
    if not PDF_PRINTER.exists():
        pytest.skip("no PDF backend here: apt-get install printer-driver-cups-pdf")
    running.pdf_queue("pdf")
    since = time.time() - 1
    printed(f"pdf@{running.server}", fonts, sizes)
    (file,) = (file for file in (Path.home() / "PDF").glob("*.pdf") if file.stat().st_mtime >= since)
    page = pypdfium2.PdfDocument(file)[0].render(scale=3).to_pil()
    file.unlink()
    assert [code.text for code in zxingcpp.read_barcodes(page)] == [ANA.url]


def test_what_is_wrong_with_a_queue_is_said(running: Cups, fonts: Fonts, sizes: dict[str, Size]) -> None:
    assert trouble(f"nix@{running.server}", fonts, sizes) is Trouble.NO_QUEUE
    assert trouble(f"paused@{running.server}", fonts, sizes) is Trouble.PAUSED
    assert trouble(f"rejecting@{running.server}", fonts, sizes) is Trouble.PAUSED
    assert trouble(f"labels@127.0.0.1:{free_port()}", fonts, sizes) is Trouble.UNREACHABLE


@pytest.mark.parametrize(
    ("mood", "said", "patience_s"),
    [("empty", Trouble.NO_PAPER, 15), ("hang", Trouble.SLOW, 3), ("stop", Trouble.PAUSED, 15)],
)
def test_a_job_that_does_not_come_out_is_taken_back(
    mood: str, said: Trouble, patience_s: float, running: Cups, fonts: Fonts, sizes: dict[str, Size]
) -> None:
    running.mood(mood)
    before = running.printed()
    assert trouble(f"labels@{running.server}", fonts, sizes, patience_s) is said
    running.mood("well")
    running.does("cupsenable", "labels")
    printed(f"labels@{running.server}", fonts, sizes)
    assert len(running.printed()) == len(before) + 1  # the one asked for now, and not the one before


def test_a_job_that_somebody_else_cancels_did_not_come_out(running: Cups, fonts: Fonts, sizes: dict[str, Size]) -> None:
    def cancel() -> None:
        until(lambda: running.waiting("labels"))
        running.does("cancel", "-a", "labels")

    running.mood("hang")
    somebody = threading.Thread(target=cancel)
    somebody.start()
    assert trouble(f"labels@{running.server}", fonts, sizes) is Trouble.FAULT
    somebody.join()
    running.mood("well")
