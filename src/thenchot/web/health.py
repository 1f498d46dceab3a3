"""What keeps the system from working, in words for whoever stands before it: told by the page of an
error, by `/healthz` and by `doctor`.
"""

import errno
import logging
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from datetime import timedelta

from django.conf import settings
from django.db import DatabaseError, InterfaceError, connection

from thenchot.platform import keys
from thenchot.platform.backup import marks
from thenchot.platform.clock import real_now
from thenchot.platform.jobs.models import Job, JobState
from thenchot.platform.keys.sealing import CannotOpen

log = logging.getLogger(__name__)
LEAST_FREE = 200 * 1024 * 1024  # bytes
WAITING_TOO_LONG = timedelta(minutes=15)

FULL = "Đĩa của máy chủ đã đầy, không ghi được gì nữa."
READ_ONLY = "Nơi chứa dữ liệu đang ở chế độ chỉ đọc, không ghi được gì."
AWAY = "Không nối được tới cơ sở dữ liệu."
BUSY = "Cơ sở dữ liệu đang bị giữ quá lâu. Xin thử lại sau một phút."
DAMAGED = "Cơ sở dữ liệu bị hỏng. Ngừng nhập liệu cho đến khi được xử lý."
KEYS = "Tệp khóa của máy chủ không phải của dữ liệu này, hoặc không còn."

# Words of the databases -> what it is
SAID = (
    ("database or disk is full", FULL),
    ("no space left", FULL),
    ("readonly database", READ_ONLY),
    ("read-only", READ_ONLY),
    ("malformed", DAMAGED),
    ("not a database", DAMAGED),
    ("disk i/o error", DAMAGED),
    ("database is locked", BUSY),
    ("unable to open database file", AWAY),
    ("connection", AWAY),
)
OF_SYSTEM = {
    errno.ENOSPC: FULL,
    errno.EDQUOT: FULL,
    errno.EROFS: READ_ONLY,
    errno.EIO: DAMAGED,
}


def whom_to_call() -> str:
    return settings.CONTACT or "người quản trị của đơn vị"


def cause_of(error: BaseException | None) -> str:
    """The sentence for what the machine met; nothing where the fault is ours."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        if words := _words_of(error):
            return words
        error = error.__cause__ or error.__context__
    return ""


def _words_of(error: BaseException) -> str:
    if isinstance(error, CannotOpen | keys.KeysMissing | marks.OtherKeys):
        return KEYS
    if isinstance(error, OSError):
        return OF_SYSTEM.get(error.errno or 0, "")
    if isinstance(error, DatabaseError | InterfaceError):
        told = str(error).lower()
        return next((words for said, words in SAID if said in told), "")
    return ""


# Each part: nothing when it is well


def database() -> str:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1 FROM django_migrations LIMIT 1")
    except (DatabaseError, InterfaceError) as error:
        return cause_of(error) or AWAY
    return ""


def disk() -> str:
    """Really written: a full or read-only disk is not always one by its own account."""
    try:
        with tempfile.TemporaryFile(dir=keys.home()) as probe:
            probe.write(b"x" * 4096)
            probe.flush()
            os.fsync(probe.fileno())
        free = shutil.disk_usage(keys.home()).free
    except OSError as error:
        return cause_of(error) or READ_ONLY
    return "" if free >= LEAST_FREE else f"Đĩa của máy chủ chỉ còn {free // 1024 // 1024} MB."


def key_ring() -> str:
    try:
        return KEYS if marks.complaint() else ""
    except (DatabaseError, InterfaceError):
        return ""  # told by `database`
    except (OSError, ValueError, keys.KeysMissing):
        return KEYS


def jobs() -> str:
    waiting = Job.objects.filter(
        state=JobState.WAITING, created_at__lt=real_now() - WAITING_TOO_LONG
    )
    try:
        is_stuck = waiting.exists()
    except (DatabaseError, InterfaceError):
        return ""
    return "Việc nền không chạy: “thenchot worker” đã dừng." if is_stuck else ""


PARTS: dict[str, Callable[[], str]] = {
    "database": database,
    "disk": disk,
    "keys": key_ring,
    "jobs": jobs,
}


def troubles() -> Iterator[tuple[str, str]]:
    """Which part, and what is wrong with it."""
    for name, part in PARTS.items():
        try:
            words = part()
        except Exception:  # whatever it is, it is not well
            log.exception("%s could not be looked at", name)
            words = AWAY
        if words:
            yield name, words
