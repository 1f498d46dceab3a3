"""A consistent copy of the database while people work: SQLite's backup API, or pg_dump."""

import os
import shutil
import sqlite3
import subprocess
import time
from pathlib import Path

from django.db import connection
from django.db.backends.sqlite3._functions import register

PATIENCE = 600  # seconds
SQLITE, POSTGRES = "database.sqlite3", "database.pgdump"


class CannotCopy(RuntimeError):
    """The database cannot be copied now: a tool is missing or refused, or somebody holds it."""


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
    try:
        source.backup(target, pages=2000, sleep=0.01, progress=_give_up_after(PATIENCE))
        target.execute("PRAGMA journal_mode=DELETE")
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
    _run(
        [
            tool("pg_dump"),
            "--format=custom",
            "--no-owner",
            "--no-privileges",
            f"--file={path}",
            *_where(),
        ]
    )
    return path


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
    environment = {**os.environ, "PGPASSWORD": str(connection.settings_dict.get("PASSWORD") or "")}
    done = subprocess.run(command, env=environment, capture_output=True, text=True)
    if done.returncode:
        raise CannotCopy(f"{Path(command[0]).name}: {done.stderr.strip()[-500:]}")


def tool(name: str) -> str:
    """Installed in the path, or in one of Debian's folders (the newest)."""
    found = shutil.which(name) or next(
        map(str, sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))[::-1]), ""
    )
    if not found:
        raise CannotCopy(f"Không thấy {name}: cài gói postgresql-client.")
    return found


def is_sound(path: Path) -> bool:
    """SQLite's own check of a copied file; its constraints may call functions that Django brings
    along.
    """
    copy = sqlite3.connect(path)
    register(copy)
    try:
        return copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    finally:
        copy.close()
