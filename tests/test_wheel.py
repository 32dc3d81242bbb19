"""`pip install .` in a fresh environment, outside the checkout, gives a kiosk that serves."""

import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest
import requests

from tests.serving import PATIENCE_S
from tests.serving import free_port
from tests.serving import until

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bin folder of an environment with the wheel, and with the libraries of this one."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(folder), str(ROOT)],
        check=True,
        timeout=300,
    )
    [wheel] = folder.glob("mixer_kiosk-*.whl")
    venv.create(folder / "env", with_pip=True)
    python = folder / "env" / "bin" / "python"
    # The libraries are the ones under test here: what matters is that the wheel brings all that is the kiosk's own.
    site = next((folder / "env" / "lib").glob("python*")) / "site-packages"
    here = next(Path(path) for path in sys.path if path.endswith("site-packages"))
    (site / "libraries.pth").write_text(f"{here}\n")
    subprocess.run(
        [str(python), "-m", "pip", "install", "--quiet", "--no-deps", "--force-reinstall", str(wheel)],
        check=True,
        timeout=300,
    )
    return python.parent


def test_the_installed_kiosk_serves_pages_styles_and_translations(installed: Path, tmp_path: Path) -> None:
    port = free_port()
    environment = {"PATH": os.environ["PATH"], "HOME": str(tmp_path)}
    where = subprocess.run(
        [str(installed / "python"), "-c", "import kiosk; print(kiosk.__file__)"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert str(ROOT) not in where.stdout
    with (tmp_path / "log").open("wb") as log:
        process = subprocess.Popen(
            [str(installed / "kiosk"), "run", "--data", str(tmp_path / "data"), "--port", str(port)],
            cwd=tmp_path,
            env=environment,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            until(lambda: _answers(f"http://127.0.0.1:{port}/healthz"))
            page = requests.get(f"http://127.0.0.1:{port}/", timeout=PATIENCE_S)
            assert "<h1" in page.text
            sheet = page.text.split('rel="stylesheet" href="')[1].split('"')[0]
            assert requests.get(f"http://127.0.0.1:{port}{sheet}", timeout=PATIENCE_S).ok
            german = requests.get(
                f"http://127.0.0.1:{port}/nowhere", headers={"Accept-Language": "de"}, timeout=PATIENCE_S
            )
            assert 'lang="de"' in german.text
            assert "There is no such page here." not in german.text
        finally:
            process.terminate()
            process.wait(PATIENCE_S)
    printed = (tmp_path / "log").read_text()
    assert "Passphrase" in printed
    assert "Traceback" not in printed


def _answers(address: str) -> bool:
    try:
        return requests.get(address, timeout=PATIENCE_S).ok
    except requests.ConnectionError:
        return False
