import gzip
import hashlib
import os
import re
import tarfile
import tempfile
from io import BufferedReader
from pathlib import Path

from django.db import connection, transaction

from thenchot.platform import keys
from thenchot.platform.audit.trail import record
from thenchot.platform.backup import databases
from thenchot.platform.backup.models import Backup
from thenchot.platform.backup.sealed import BadBackup, OpeningReader, SealingWriter
from thenchot.platform.clock import real_now
from thenchot.platform.scope.actor import SYSTEM

NAME = re.compile(r"thenchot-\d{8}-\d{6}\.backup")
KEEP = 14


def folder() -> Path:
    return Path(os.environ.get("THENCHOT_BACKUPS", keys.home().parent / "backups"))


def make(*, to: Path | None = None, keep: int = KEEP, actor=SYSTEM) -> Backup:
    """Write one backup, read it back whole, then remove those beyond the newest `keep`. An
    unfinished file never carries the name of a backup. Not inside a transaction: what is not
    committed would be missing.
    """
    if connection.in_atomic_block:
        raise transaction.TransactionManagementError("a backup sees only what is committed")
    started, target = real_now(), to or folder()
    target.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = target / f"thenchot-{started:%Y%m%d-%H%M%S}.backup"
    unfinished = path.with_suffix(".part")
    try:
        _write(unfinished, started.isoformat())
        check(unfinished)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    made = _register(actor, path, started)
    _drop_old(target, keep)
    return made


def _write(path: Path, made: str) -> None:
    with (
        tempfile.TemporaryDirectory(dir=path.parent, prefix=".copy-") as name,
        path.open("xb") as handle,
    ):
        path.chmod(0o600)
        copy = databases.copy_to(Path(name))
        writer = SealingWriter(handle, made)
        with (
            gzip.GzipFile(fileobj=writer, mode="wb", compresslevel=3) as packed,
            tarfile.open(fileobj=packed, mode="w|") as archive,
        ):
            archive.add(copy, arcname=copy.name)
            _add_files(archive)
        writer.finish()
        handle.flush()
        os.fsync(handle.fileno())


def _add_files(archive) -> None:
    """After the database: a file added meanwhile is too many, never one missing."""
    root = keys.home() / "files"
    for path in sorted(p for p in root.rglob("*") if p.is_file()):
        archive.add(path, arcname=str(Path("files") / path.relative_to(root)), recursive=False)


def check(path: Path) -> list[str]:
    """Read a backup to its end; names of what is inside. BadBackup when anything does not fit."""
    with path.open("rb") as handle, _archive(handle) as archive:
        return [member.name for member in archive]


def _archive(handle):
    try:
        return tarfile.open(fileobj=BufferedReader(OpeningReader(handle), 1024 * 1024), mode="r|gz")
    except tarfile.TarError as error:
        raise BadBackup("Nội dung bản sao lưu không đọc được.") from error


@transaction.atomic
def _register(actor, path, started) -> Backup:
    with path.open("rb") as handle:
        digest = hashlib.file_digest(handle, "sha256").hexdigest()
    made = Backup.objects.create(
        file=str(path),
        size=path.stat().st_size,
        sha256=digest,
        started_at=started,
        finished_at=real_now(),
    )
    record(actor, "backup_made", subject=made, file=path.name, size=made.size, sha256=digest)
    return made


def _drop_old(target: Path, keep: int) -> None:
    ours = sorted(path for path in target.iterdir() if NAME.fullmatch(path.name))
    for path in ours[: -max(keep, 1)]:
        path.unlink()


def restore(path: Path, *, into: Path) -> list[str]:
    """Unpack a backup into an empty or new folder, as a data folder to start from. Nothing running
    is touched.
    """
    if into.exists() and any(into.iterdir()):
        raise BadBackup(f"Thư mục {into} không trống; phục hồi vào một thư mục mới.")
    check(path)
    into.mkdir(parents=True, exist_ok=True, mode=0o700)
    with path.open("rb") as handle, _archive(handle) as archive:
        archive.extractall(into, filter="data")
    copy = into / databases.SQLITE
    if copy.exists():
        _settle_sqlite(copy, into)
    return sorted(str(p.relative_to(into)) for p in into.iterdir())


def _settle_sqlite(copy: Path, into: Path) -> None:
    if not databases.is_sound(copy):
        raise BadBackup("Cơ sở dữ liệu trong bản sao lưu không qua được kiểm tra.")
    copy.rename(into / "thenchot.sqlite3")
