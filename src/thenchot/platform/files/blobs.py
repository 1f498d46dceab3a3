"""Bytes on disk. A blob waits in `incoming/` until the transaction of its row commits, then moves
to its place.

After a rollback it stays in `incoming/` and `sweep` removes it; after a crash between commit and
move, the next reader moves it. So a row without bytes cannot happen, and bytes without a row do not
stay.
"""

import hashlib
import os
import secrets
import time
from dataclasses import dataclass
from pathlib import Path

from thenchot.platform import keys

LEAVE_ALONE = 24 * 3600  # seconds: a transaction this old is over


@dataclass(frozen=True)
class Written:
    sha256: str
    size: int
    blob: str


def root() -> Path:
    return keys.home() / "files"


def place(blob: str) -> Path:
    return root() / blob


def waiting_place(blob: str) -> Path:
    return root() / "incoming" / Path(blob).name


def write(chunks) -> Written:
    """Write to `incoming/`, forced to disk; nothing is left behind when it fails."""
    folder = root() / "incoming"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    temporary = folder / f"new-{secrets.token_hex(8)}"
    try:
        sha256, size = _copy(chunks, temporary)
        blob = f"{sha256[:2]}/{sha256}-{secrets.token_hex(6)}"
        temporary.replace(waiting_place(blob))
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return Written(sha256, size, blob)


def _copy(chunks, path: Path) -> tuple[str, int]:
    digest, size = hashlib.sha256(), 0
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as handle:
        for chunk in chunks:
            digest.update(chunk)
            size += len(chunk)
            handle.write(chunk)
        handle.flush()
        os.fsync(handle.fileno())
    return digest.hexdigest(), size


def settle(blob: str) -> None:
    """Move from `incoming/` to its place. Doing it twice changes nothing."""
    source, target = waiting_place(blob), place(blob)
    if not source.exists():
        return
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    source.replace(target)
    _sync_folder(target.parent)


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def discard(blob: str) -> None:
    waiting_place(blob).unlink(missing_ok=True)


def path_of(blob: str) -> Path:
    """Where the bytes are now: in place, or still waiting for the commit of their own
    transaction.
    """
    target = place(blob)
    return target if target.exists() else waiting_place(blob)


def on_disk() -> set[str]:
    return {
        f"{path.parent.name}/{path.name}"
        for path in root().glob("[0-9a-f][0-9a-f]/*")
        if path.is_file()
    }


def forgotten(older_than: float = LEAVE_ALONE) -> list[Path]:
    """What rolled-back transactions left in `incoming/`."""
    limit = time.time() - older_than
    return [path for path in (root() / "incoming").glob("*") if path.stat().st_mtime < limit]
