"""Where a backup is put together: a folder inside the data, closed to others as the data are. One
backup at a time; whatever a killed one left is removed by the next.
"""

import fcntl
import logging
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from thenchot.platform import keys
from thenchot.platform.backup.refused import CannotCopy

log = logging.getLogger(__name__)
COPY, UNFINISHED = ".copy-*", "thenchot-*.part"  # in the folder of backups; copies: until 2026


def home() -> Path:
    return keys.home() / "working"


@contextmanager
def alone() -> Iterator[Path]:
    """A new folder that nobody else uses; CannotCopy while another backup runs."""
    home().mkdir(parents=True, exist_ok=True, mode=0o700)
    home().chmod(0o700)
    with _lock(), tempfile.TemporaryDirectory(dir=home(), prefix="backup-") as name:
        yield Path(name)


@contextmanager
def _lock() -> Iterator[None]:
    descriptor = os.open(home() / "lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError as error:
        raise CannotCopy("đang có một lần sao lưu khác chạy; chờ nó xong") from error
    finally:
        os.close(descriptor)


def leftovers(target: Path, *, besides: Path | None = None) -> list[Path]:
    """What killed backups left, while none runs: copies in the open, files half sealed."""
    found = [*home().glob("backup-*"), *target.glob(COPY), *target.glob(UNFINISHED)]
    return sorted(path for path in found if path != besides)


def sweep(target: Path, *, besides: Path) -> list[str]:
    """Remove them, and tell."""
    found = leftovers(target, besides=besides)
    for path in found:
        log.warning("removed what a killed backup left: %s", path)
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
    return [path.name for path in found]


def is_busy() -> bool:
    """A backup runs now."""
    try:
        with _lock():
            return False
    except CannotCopy:
        return True
    except FileNotFoundError:
        return False
