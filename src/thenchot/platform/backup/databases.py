"""A consistent copy of the database while people work: SQLite's backup API, or pg_dump."""

import hashlib
import os
import shutil
import sqlite3
import subprocess
import tempfile
import time
from pathlib import Path

from django.db import connection
from django.db.backends.sqlite3._functions import register

from thenchot.platform.backup.refused import CannotCopy, Damaged

PATIENCE = 600  # seconds
CHUNK = 1 << 20  # bytes of a dump at once
SQLITE, POSTGRES = "database.sqlite3", "database.pgdump"
WHAT_TO_DO = (
    "Ngừng nhập liệu, phục hồi bản sao lưu tốt gần nhất (thenchot restore TỆP --into "
    "THƯ-MỤC-MỚI); phần ghi sau bản đó cứu bằng: thenchot salvage --into THƯ-MỤC-MỚI-KHÁC."
)
RESCUE = f"Chưa ghi bản sao lưu mới và không xóa bản cũ nào. {WHAT_TO_DO}"


def copy_to(folder: Path) -> Path:
    """The copy, in a folder of its own."""
    return (
        _copy_sqlite(folder / SQLITE)
        if connection.vendor == "sqlite"
        else _dump_postgres(folder / POSTGRES)
    )


def _copy_sqlite(path: Path) -> Path:
    """Through a connection of its own, which sees what is committed and holds up nobody."""
    name = str(connection.settings_dict["NAME"])
    source = sqlite3.connect(name, uri=name.startswith("file:"))
    target = sqlite3.connect(path)
    path.chmod(0o600)
    try:
        source.backup(target, pages=2000, sleep=0.01, progress=_give_up_after(PATIENCE))
        target.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.OperationalError as error:  # held, full, not to be read
        raise CannotCopy(f"không chụp được cơ sở dữ liệu: {error}") from error
    except sqlite3.DatabaseError as error:
        raise Damaged(f"cơ sở dữ liệu bị hỏng ({error}). {RESCUE}") from error
    finally:
        target.close()
        source.close()
    return path


def _give_up_after(seconds: float):
    """SQLite waits for ever while somebody holds the database; a backup rather fails and says
    so.
    """
    limit = time.monotonic() + seconds

    def progress(_status: int, _left: int, _total: int) -> None:
        if time.monotonic() > limit:
            raise CannotCopy("cơ sở dữ liệu bị giữ quá lâu, chưa sao lưu được")

    return progress


def _dump_postgres(path: Path) -> Path:
    """What pg_dump says is hashed on its way into the file: the head of a dump carries no sum of
    its own, so that only this tells whether the disk kept it.
    """
    command = [tool("pg_dump"), "--format=custom", "--no-owner", "--no-privileges", *_where()]
    digest = hashlib.sha256()
    with path.open("xb") as out, tempfile.TemporaryFile() as complaints:
        with subprocess.Popen(
            command, env=_environment(), stdout=subprocess.PIPE, stderr=complaints
        ) as dump:
            while dump.stdout and (part := dump.stdout.read(CHUNK)):
                out.write(part)
                digest.update(part)
        complaints.seek(0)
        _refuse_failed(command, dump.returncode, complaints.read().decode(errors="replace"))
    _sum_of(path).write_text(digest.hexdigest())
    return path


def _sum_of(path: Path) -> Path:
    return path.with_suffix(".sha256")


def restore_postgres(path: Path) -> None:
    """Into the database of the settings, which must be empty."""
    options = ["--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction"]
    _run([tool("pg_restore"), *options, *_where(), str(path)])


def _where() -> list[str]:
    config = connection.settings_dict
    options = {"--host": config["HOST"], "--port": config["PORT"], "--username": config["USER"]}
    return [f"{name}={value}" for name, value in options.items() if value] + [
        f"--dbname={config['NAME']}"
    ]


def _run(command: list[str]) -> None:
    done = subprocess.run(command, env=_environment(), capture_output=True, text=True)
    _refuse_failed(command, done.returncode, done.stderr)


def _environment() -> dict[str, str]:
    return {**os.environ, "PGPASSWORD": str(connection.settings_dict.get("PASSWORD") or "")}


def _refuse_failed(command: list[str], code: int, complaints: str) -> None:
    if code:
        raise CannotCopy(f"{Path(command[0]).name}: {complaints.strip()[-500:]}")


def tool(name: str) -> str:
    """Installed in the path, or in one of Debian's folders (the newest)."""
    found = shutil.which(name) or next(
        map(str, sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))[::-1]), ""
    )
    if not found:
        raise CannotCopy(f"Không thấy {name}: cài gói postgresql-client.")
    return found


def examine(copy: Path) -> None:
    """Read a copy whole before it counts as one: Damaged tells what to do."""
    if copy.name == SQLITE:
        if found := faults_of(copy):
            raise Damaged(f"cơ sở dữ liệu bị hỏng ({found[0][:200]}). {RESCUE}")
        return
    if _sum_of(copy).read_text() != _hash_of(copy):
        raise Damaged(f"bản chụp cơ sở dữ liệu không còn như khi ghi ra. {RESCUE}")
    try:
        _run([tool("pg_restore"), "--file=/dev/null", str(copy)])
    except CannotCopy as error:
        raise Damaged(f"bản chụp cơ sở dữ liệu không đọc lại được ({error}). {RESCUE}") from error


def _hash_of(path: Path) -> str:
    with path.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()


def faults_of(path: Path) -> list[str]:
    """SQLite's own check of a copied file; its constraints may call functions that Django brings
    along.
    """
    copy = sqlite3.connect(path)
    register(copy)
    try:
        told = [row[0] for row in copy.execute("PRAGMA integrity_check(10)")]
        broken = copy.execute("PRAGMA foreign_key_check").fetchmany(3)
    except sqlite3.DatabaseError as error:
        return [str(error)]
    finally:
        copy.close()
    return [line for line in told if line != "ok"] + [f"foreign key: {row}" for row in broken]


def marks_in(copy: Path) -> dict[str, str]:
    """Fingerprints of the keys that a copied database was written with; older ones know none."""
    database = sqlite3.connect(copy)
    try:
        return dict(database.execute("SELECT key, mark FROM backup_keymark ORDER BY id"))
    except sqlite3.OperationalError:
        return {}
    finally:
        database.close()
