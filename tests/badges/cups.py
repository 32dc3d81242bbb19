"""A CUPS of our own: the real cupsd, its queues and lp, with its files in one folder and a port of its own."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.serving import PATIENCE_S
from tests.serving import free_port
from tests.serving import until

SERVER_BIN = Path("/usr/lib/cups")
CUPSD = shutil.which("cupsd", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
WHY_NOT = (
    "no cupsd here: apt-get install cups-daemon cups-client cups-filters"
    if not (CUPSD and shutil.which("lp") and SERVER_BIN.exists())
    else "cupsd changes its user to run backends, which only root may"
    if os.geteuid() != 0
    else ""
)

PDF_PRINTER = Path("/usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd")

FILES = """
ServerRoot {folder}/root
ServerBin {folder}/bin
DataDir /usr/share/cups
CacheDir {folder}/cache
StateDir {folder}/run
RequestRoot {folder}/spool
TempDir {folder}/tmp
AccessLog {folder}/access.log
ErrorLog {folder}/error.log
PageLog {folder}/page.log
FileDevice Yes
SystemGroup root
"""
DAEMON = """
Listen 127.0.0.1:{port}
WebInterface No
Browsing No
DefaultAuthType None
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order allow,deny
    Allow all
  </Limit>
</Policy>
"""
BACKEND = """#!/bin/sh
# A printer behind CUPS: prints into a folder, or has the trouble that its mood says.
[ $# -eq 0 ] && {{ echo 'direct test "Unknown" "A printer for tests"'; exit 0; }}
case "$(cat {folder}/out/mood 2>/dev/null)" in
  empty) echo "STATE: +media-empty-error" >&2; sleep 60; exit 1;;
  hang) sleep 60; exit 1;;
  stop) exit 4;;
esac
echo "STATE: -media-empty-error" >&2
cat "${{6:--}}" > {folder}/out/$1.pdf
"""


@dataclass(frozen=True)
class Cups:
    folder: Path
    port: int

    @property
    def server(self) -> str:
        return f"127.0.0.1:{self.port}"

    def does(self, *command: str) -> str:
        asked = [command[0], "-h", self.server, *command[1:]]
        return subprocess.run(asked, check=True, capture_output=True, text=True, timeout=PATIENCE_S).stdout

    def queue(self, name: str, device: str = "test:/") -> None:
        """A queue that takes what it is given as it is."""
        self.does("lpadmin", "-p", name, "-E", "-v", device, "-m", "raw")

    def pdf_queue(self, name: str) -> None:
        """A queue of Debian's PDF printer, with its filters; it writes into the folder PDF of whoever prints."""
        self.does("lpadmin", "-p", name, "-E", "-v", "cups-pdf:/", "-P", str(PDF_PRINTER))

    def waiting(self, queue: str) -> str:
        """The jobs of this queue that are not done."""
        return self.does("lpstat", "-W", "not-completed", "-o", queue)

    def mood(self, mood: str) -> None:
        (self.folder / "out" / "mood").write_text(mood)

    def printed(self) -> list[Path]:
        return sorted((self.folder / "out").glob("*.pdf"))


@contextmanager
def cups(folder: Path) -> Iterator[Cups]:
    """cupsd in `folder`, which others must be able to enter: CUPS runs its backends as a user of its own."""
    assert CUPSD
    for name in ("root", "cache", "run", "spool", "tmp", "out", "bin/backend"):
        (folder / name).mkdir(parents=True)
    for each in SERVER_BIN.iterdir():
        if each.name != "backend":
            (folder / "bin" / each.name).symlink_to(each)
    for each in (SERVER_BIN / "backend").iterdir():
        shutil.copy(each, folder / "bin" / "backend")  # with its mode, which says as whom it runs
    backend = folder / "bin" / "backend" / "test"
    backend.write_text(BACKEND.format(folder=folder))
    backend.chmod(0o755)
    for shared in ("out", "tmp"):
        (folder / shared).chmod(0o777)
    port = free_port()
    (folder / "cups-files.conf").write_text(FILES.format(folder=folder))
    (folder / "cupsd.conf").write_text(DAEMON.format(port=port))
    with (folder / "cupsd.log").open("wb") as log:
        command = [CUPSD, "-f", "-c", str(folder / "cupsd.conf"), "-s", str(folder / "cups-files.conf")]
        daemon = subprocess.Popen(command, stdout=log, stderr=log)
        try:
            running = Cups(folder, port)
            _wait_until_up(running, daemon)
            yield running
        finally:
            daemon.terminate()
            daemon.wait(PATIENCE_S)


def _wait_until_up(running: Cups, daemon: "subprocess.Popen[bytes]") -> None:
    def answers() -> bool:
        assert daemon.poll() is None, (running.folder / "cupsd.log").read_text()
        said = subprocess.run(["lpstat", "-h", running.server, "-r"], capture_output=True, text=True, check=False)
        return "is running" in said.stdout

    until(answers)
