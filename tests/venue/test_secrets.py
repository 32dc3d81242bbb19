"""Secrets are made, kept to their owner, and never defaulted."""

import stat
from pathlib import Path

from kiosk.venue.secrets import ensure_passphrase
from kiosk.venue.secrets import passphrase_fits
from kiosk.venue.secrets import secret_key


def test_the_first_run_makes_a_passphrase_and_shows_it_once(tmp_path: Path) -> None:
    made = ensure_passphrase(tmp_path, preset=None)
    assert made
    assert len(made) == 19
    assert ensure_passphrase(tmp_path, preset=None) is None
    assert passphrase_fits(tmp_path, f" {made} ")
    assert not passphrase_fits(tmp_path, made[:-1])
    assert made not in (tmp_path / "passphrase.argon2").read_text()


def test_a_preset_passphrase_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    ensure_passphrase(tmp_path, preset="first-one")
    ensure_passphrase(tmp_path, preset="second-one")
    assert passphrase_fits(tmp_path, "second-one")
    assert not passphrase_fits(tmp_path, "first-one")


def test_a_new_passphrase_ends_the_old_one(tmp_path: Path) -> None:
    old = ensure_passphrase(tmp_path, preset=None)
    new = ensure_passphrase(tmp_path, preset=None, renew=True)
    assert old
    assert new
    assert passphrase_fits(tmp_path, new)
    assert not passphrase_fits(tmp_path, old)


def test_without_a_passphrase_nothing_fits(tmp_path: Path) -> None:
    assert not passphrase_fits(tmp_path, "")


def test_secrets_are_their_owners_alone_and_differ_between_evenings(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    assert secret_key(tmp_path / "a") == secret_key(tmp_path / "a") != secret_key(tmp_path / "b")
    ensure_passphrase(tmp_path / "a", preset=None)
    for path in (tmp_path / "a").iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
