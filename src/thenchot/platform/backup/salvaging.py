"""What can still be read of a damaged SQLite file, into a new one: table by table, row by row
around the damaged pages. Nothing is written to the damaged file.
"""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.db.backends.sqlite3._functions import register

from thenchot.platform.backup.refused import CannotCopy

ROWS = 500
NAME = "thenchot.sqlite3"


@dataclass(frozen=True)
class Salvaged:
    table: str
    kept: int
    is_whole: bool


def salvage(source: Path, into: Path) -> list[Salvaged]:
    """`into`: a new or empty folder. What was found of each table; CannotCopy when not even the
    structure can be read.
    """
    if into.exists() and any(into.iterdir()):
        raise CannotCopy(f"Thư mục {into} không trống; cứu dữ liệu vào một thư mục mới.")
    damaged = sqlite3.connect(f"{source.resolve().as_uri()}?mode=ro", uri=True)
    damaged.text_factory = _text
    register(damaged)
    try:
        structure = damaged.execute(
            "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL"
        ).fetchall()
    except sqlite3.DatabaseError as error:
        raise CannotCopy(
            f"không đọc được cả cấu trúc ({error}): phục hồi bản sao lưu tốt gần nhất "
            f"(thenchot restore TỆP --into THƯ-MỤC-MỚI)"
        ) from error
    into.mkdir(parents=True, exist_ok=True, mode=0o700)
    return _copy(damaged, structure, into / NAME)


def _copy(damaged: sqlite3.Connection, structure: list[tuple], path: Path) -> list[Salvaged]:
    whole = sqlite3.connect(path)
    path.chmod(0o600)
    register(whole)
    tables = [(name, sql) for kind, name, sql in structure if kind == "table"]
    own = [(name, sql) for name, sql in tables if not name.startswith("sqlite_")]
    for _name, sql in own:
        whole.execute(sql)
    found = [_table(damaged, whole, name) for name, _ in own]
    _carry_on_numbers(damaged, whole)
    whole.commit()  # an index that does not fit takes back itself only
    for kind, _name, sql in structure:
        if kind != "table":
            _try(whole, sql)
    whole.commit()
    whole.close()
    return found


def _try(whole: sqlite3.Connection, sql: str) -> None:
    """An index that what is left does not fulfil is left out; `migrate` and `doctor` tell."""
    try:
        whole.execute(sql)
    except sqlite3.DatabaseError:
        whole.rollback()


def _table(damaged: sqlite3.Connection, whole: sqlite3.Connection, name: str) -> Salvaged:
    kept, gaps, columns = 0, 0, _columns(whole, name)
    named = ", ".join(columns)
    marks = ",".join("?" * len(columns))
    for rows in _readable(damaged, name, named):
        if rows is None:
            gaps += 1
            continue
        before = whole.total_changes
        whole.executemany(f'INSERT OR IGNORE INTO "{name}" ({named}) VALUES ({marks})', rows)
        kept += whole.total_changes - before
    return Salvaged(name, kept, not gaps)


def _columns(whole: sqlite3.Connection, name: str) -> list[str]:
    """Those that hold something; what the database computes it computes anew."""
    rows = whole.execute(f'PRAGMA table_xinfo("{name}")').fetchall()
    return [f'"{row[1]}"' for row in rows if not row[6]]


def _carry_on_numbers(damaged: sqlite3.Connection, whole: sqlite3.Connection) -> None:
    """No number of a lost row is given again."""
    try:
        last = damaged.execute("SELECT seq, name FROM sqlite_sequence").fetchall()
    except sqlite3.DatabaseError:
        return
    whole.executemany("UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?", last)


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")


def _readable(damaged: sqlite3.Connection, name: str, columns: str) -> Iterator[list[tuple] | None]:
    """Pieces of the table; None for each place that cannot be read. Behind a damaged page it goes
    on by the number of the row, with steps that double.
    """
    last, step = -(2**62), 1
    end = _last_number(damaged, name)
    while True:
        try:
            numbered = damaged.execute(
                f'SELECT rowid, {columns} FROM "{name}" WHERE rowid > ? '
                f"ORDER BY rowid LIMIT {ROWS}",
                (last,),
            ).fetchall()
        except sqlite3.DatabaseError:
            one_by_one = _one(damaged, name, columns, last)
            if one_by_one is not None:
                numbered = [one_by_one]
            else:
                yield None
                last, step = max(last, 0) + step, step * 2
                if last > end:
                    return
                continue
        if not numbered:
            return
        step, last = 1, numbered[-1][0]
        yield [row[1:] for row in numbered]


def _one(damaged: sqlite3.Connection, name: str, columns: str, last: int) -> tuple | None:
    try:
        return damaged.execute(
            f'SELECT rowid, {columns} FROM "{name}" WHERE rowid > ? ORDER BY rowid LIMIT 1',
            (last,),
        ).fetchone()
    except sqlite3.DatabaseError:
        return None


def _last_number(damaged: sqlite3.Connection, name: str) -> int:
    try:
        row = damaged.execute(f'SELECT rowid FROM "{name}" ORDER BY rowid DESC LIMIT 1').fetchone()
        return row[0] if row else 0
    except sqlite3.DatabaseError:
        return 1_000_000
