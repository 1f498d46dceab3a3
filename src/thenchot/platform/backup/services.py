"""Making, reading back and restoring backups."""

import gzip
import hashlib
import os
import re
import shutil
import tarfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import IO

from django.db import DatabaseError, connection, transaction

from thenchot.platform import keys
from thenchot.platform.audit.trail import record
from thenchot.platform.backup import databases, marks, sealed, working
from thenchot.platform.backup.models import Backup
from thenchot.platform.backup.refused import BadBackup, Damaged
from thenchot.platform.clock import real_now
from thenchot.platform.keys.fingerprints import differing, other_keys
from thenchot.platform.scope.actor import SYSTEM

NAME = re.compile(r"thenchot-\d{8}-\d{6}\.backup")
BLOB = re.compile(r"([0-9a-f]{64})-[0-9a-f]+")
MANIFEST = "manifest.json"
KEEP = 14


def folder() -> Path:
    return Path(os.environ.get("THENCHOT_BACKUPS", keys.home().parent / "backups"))


def make(*, to: Path | None = None, keep: int = KEEP, actor=SYSTEM) -> Backup:
    """Write one backup, read it back whole, then remove those beyond the newest `keep`. An
    unfinished file never carries the name of a backup; nothing old is removed when anything is not
    whole. Not inside a transaction: what is not committed would be missing.
    """
    if connection.in_atomic_block:
        raise transaction.TransactionManagementError("a backup sees only what is committed")
    _remember_marks()
    started, target = real_now(), to or folder()
    target.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = target / f"thenchot-{started:%Y%m%d-%H%M%S}.backup"
    with working.alone() as work:
        swept = working.sweep(target, besides=work)
        spoilt = _seal(path, work, started.isoformat())
    made = _register(actor, path, started, swept, spoilt)
    if spoilt:
        raise Damaged(_told_spoilt(path, spoilt))
    _drop_old(target, keep)
    return made


def _remember_marks() -> None:
    """The first look into the database: a file that no longer opens is told here."""
    try:
        marks.remember()
    except DatabaseError as error:
        raise Damaged(f"cơ sở dữ liệu không đọc được ({error}). {databases.RESCUE}") from error


def _seal(path: Path, work: Path, made: str) -> list[str]:
    """The kept files that are not what was stored."""
    copy = databases.copy_to(work)
    databases.examine(copy)
    unfinished = path.with_suffix(".part")
    try:
        spoilt = _write(unfinished, copy, sealed.Header.now(made))
        check(unfinished)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    return spoilt


def _write(path: Path, copy: Path, header: sealed.Header) -> list[str]:
    spoilt: list[str] = []

    def fill(out: IO[bytes]) -> None:
        with (
            gzip.GzipFile(fileobj=out, mode="wb", compresslevel=3) as packed,
            tarfile.open(fileobj=packed, mode="w|") as archive,
        ):
            line = header.line()
            info = tarfile.TarInfo(MANIFEST)
            info.size = len(line)
            archive.addfile(info, BytesIO(line))
            archive.add(copy, arcname=copy.name)
            spoilt.extend(_add_files(archive))

    with path.open("xb") as handle:
        path.chmod(0o600)
        sealed.seal(handle, header, fill)
        handle.flush()
        os.fsync(handle.fileno())
    return spoilt


def _add_files(archive: tarfile.TarFile) -> list[str]:
    """After the database: a file added meanwhile is too many, never one missing. Whose bytes do not
    give the hash in their name.
    """
    root, spoilt = keys.home() / "files", []
    for path in sorted(p for p in root.rglob("*") if p.is_file()):
        try:
            handle = path.open("rb")
        except FileNotFoundError:  # an upload that was given up, or moved to its place, meanwhile
            continue
        with handle:
            name = str(Path("files") / path.relative_to(root))
            read = _Hashing(handle)
            archive.addfile(archive.gettarinfo(arcname=name, fileobj=handle), read)
        if (kept := BLOB.fullmatch(path.name)) and kept[1] != read.digest():
            spoilt.append(name)
    return spoilt


class _Hashing:
    def __init__(self, handle: IO[bytes]) -> None:
        self._handle, self._sha256 = handle, hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        piece = self._handle.read(size)
        self._sha256.update(piece)
        return piece

    def digest(self) -> str:
        return self._sha256.hexdigest()


def _told_spoilt(path: Path, spoilt: list[str]) -> str:
    return (
        f"{len(spoilt)} tệp kèm không còn như lúc lưu ({', '.join(spoilt[:3])}). Đã ghi "
        f"{path.name} nhưng giữ mọi bản cũ: lấy lại các tệp ấy từ bản cũ "
        f"(thenchot restore) rồi sao lưu lại."
    )


def check(path: Path) -> list[str]:
    """Read a backup to its end; names of what is inside. BadBackup when anything does not fit."""
    with _archive(path) as archive:
        return [member.name for member in _members(archive)]


@contextmanager
def _archive(path: Path) -> Iterator[tarfile.TarFile]:
    """Ready at the first member behind the manifest."""
    with path.open("rb") as handle, sealed.opened(handle) as (header, plain):
        try:
            with tarfile.open(fileobj=plain, mode="r|gz") as archive:
                if header is not None:
                    _hold_against(header, archive)
                yield archive
        except (tarfile.TarError, EOFError, zlib.error) as error:
            raise BadBackup("Nội dung bản sao lưu không đọc được.") from error


def _members(archive: tarfile.TarFile) -> Iterator[tarfile.TarInfo]:
    while member := archive.next():
        yield member


def _hold_against(header: sealed.Header, archive: tarfile.TarFile) -> None:
    """What stands in the open is what was sealed."""
    first = archive.next()
    inside = archive.extractfile(first) if first and first.name == MANIFEST else None
    if inside is None or inside.read() != header.line():
        raise BadBackup("Phần đầu của bản sao lưu không khớp với bên trong.")


@transaction.atomic
def _register(actor, path, started, swept, spoilt) -> Backup:
    with path.open("rb") as handle:
        digest = hashlib.file_digest(handle, "sha256").hexdigest()
    made = Backup.objects.create(
        file=str(path),
        size=path.stat().st_size,
        sha256=digest,
        started_at=started,
        finished_at=real_now(),
    )
    facts = {"swept": swept} if swept else {}
    facts |= {"spoilt": len(spoilt)} if spoilt else {}
    record(
        actor, "backup_made", subject=made, file=path.name, size=made.size, sha256=digest, **facts
    )
    return made


def _drop_old(target: Path, keep: int) -> None:
    ours = sorted(path for path in target.iterdir() if NAME.fullmatch(path.name))
    for path in ours[: -max(keep, 1)]:
        path.unlink()


def restore(path: Path, *, into: Path) -> list[str]:
    """Unpack a backup into an empty or new folder, as a data folder to start from. Nothing running
    is touched, and nothing stays when it does not fit.
    """
    if into.exists() and any(into.iterdir()):
        raise BadBackup(f"Thư mục {into} không trống; phục hồi vào một thư mục mới.")
    check(path)
    is_new = not into.exists()
    into.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        _unpack(path, into)
    except BaseException:
        _empty(into, is_new)
        raise
    return sorted(str(p.relative_to(into)) for p in into.iterdir())


def _unpack(path: Path, into: Path) -> None:
    with _archive(path) as archive:
        for member in _members(archive):
            _take_out(archive, member, into)
    copy = into / databases.SQLITE
    if copy.exists():
        if databases.faults_of(copy):
            raise BadBackup("Cơ sở dữ liệu trong bản sao lưu không qua được kiểm tra.")
        wanted = databases.marks_in(copy)
        if differing(wanted):
            raise BadBackup(other_keys(wanted, "Dữ liệu trong bản sao lưu này"))
        copy.rename(into / "thenchot.sqlite3")


def _take_out(archive: tarfile.TarFile, member: tarfile.TarInfo, into: Path) -> None:
    """Python before 3.11.4 knows no filter: then only plain files and folders inside `into`."""
    if hasattr(tarfile, "data_filter"):
        archive.extract(member, into, filter="data")
        return
    inside = (into / member.name).resolve().is_relative_to(into.resolve())
    if not inside or not (member.isfile() or member.isdir()):
        raise BadBackup("Bản sao lưu chứa một tệp nằm ngoài thư mục phục hồi.")
    archive.extract(member, into)


def _empty(into: Path, is_new: bool) -> None:
    for path in into.iterdir():
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    if is_new:
        into.rmdir()
