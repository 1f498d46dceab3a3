"""Secrets that must not outlive what they are for: each a file beside the key ring, outside the
data and every backup. Once ended, what was sealed with it stays closed for ever, whoever holds the
key ring and whichever old copy of the data.
"""

import os
import re
import secrets
from pathlib import Path

from thenchot.platform.keys.ring import key_file

SIZE = 32
NAME = re.compile(r"[0-9a-f]{32}")


class SecretGone(LookupError):
    """It was ended, or lost with the folder of keys."""


def folder() -> Path:
    return key_file().parent / "fleeting"


def begin() -> tuple[str, bytes]:
    """A new secret on disk: its name, which tells nothing, and its bytes."""
    name, secret = secrets.token_hex(16), secrets.token_bytes(SIZE)
    folder().mkdir(parents=True, exist_ok=True, mode=0o700)
    descriptor = os.open(_path(name), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as handle:
        handle.write(secret)
        handle.flush()
        os.fsync(handle.fileno())
    return name, secret


def read(name: str) -> bytes:
    """SecretGone when there is no such file."""
    try:
        secret = _path(name).read_bytes()
    except OSError as error:
        raise SecretGone(name) from error
    if len(secret) != SIZE:
        raise SecretGone(name)
    return secret


def is_there(name: str) -> bool:
    return _path(name).exists()


def end(name: str) -> None:
    """Overwritten, then removed; nothing happens when it is gone already."""
    if not is_there(name):
        return
    path = _path(name)
    with path.open("r+b") as handle:
        handle.write(bytes(SIZE))
        handle.flush()
        os.fsync(handle.fileno())
    path.unlink()


def names(older_than: float) -> list[str]:
    """Of the secrets on disk written before that moment (seconds since the epoch)."""
    if not folder().exists():
        return []
    return sorted(
        path.name
        for path in folder().iterdir()
        if NAME.fullmatch(path.name) and path.stat().st_mtime < older_than
    )


def _path(name: str) -> Path:
    if not NAME.fullmatch(name):
        raise ValueError("not the name of a secret")
    return folder() / name
