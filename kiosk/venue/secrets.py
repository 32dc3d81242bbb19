"""Secrets of one data folder: made at the first run, readable by its owner alone, never defaulted."""

import os
import secrets
from pathlib import Path

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError

_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"


def _write(path: Path, content: str) -> None:
    """Write a file nobody else on this machine may read, not even for a moment."""
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.write(content)


def secret_key(folder: Path) -> str:
    """The key that signs form tokens."""
    path = folder / "secret.key"
    if not path.exists():
        _write(path, secrets.token_hex(32))
    return path.read_text()


def _new_passphrase() -> str:
    return "-".join("".join(secrets.choice(_LETTERS) for _ in range(4)) for _ in range(4))


def ensure_passphrase(folder: Path, preset: str | None, renew: bool = False) -> str | None:
    """Set the passphrase where there is none, or to `preset`; give it where it is new, to be printed once."""
    path = folder / "passphrase.argon2"
    if preset:
        if not (path.exists() and passphrase_fits(folder, preset)):
            _write(path, PasswordHasher().hash(preset))
        return preset
    if path.exists() and not renew:
        return None
    passphrase = _new_passphrase()
    _write(path, PasswordHasher().hash(passphrase))
    return passphrase


def passphrase_fits(folder: Path, typed: str) -> bool:
    """Whether this is the passphrase. Takes about 50 ms of one core on purpose: call it off the event loop."""
    try:
        return PasswordHasher().verify((folder / "passphrase.argon2").read_text(), typed.strip())
    except (VerificationError, FileNotFoundError):
        return False
