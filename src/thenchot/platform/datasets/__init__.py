"""Columns about everybody, and the engine that counts them.

A room declares in `datasets.py` what it offers; `snapshot` writes it to Parquet, `table` hands the
part an actor sees to the engine as Arrow, `engine` opens DuckDB over snapshots. SQL there counts
and sums; rules of law stay in Python.

    declare(Dataset("people_papers", rows, (Column("person_id", INT), Column("kind", TEXT))))
    snapshot("people_papers")
    with engine("people_papers") as db:
        db.execute("SELECT kind, count(*) FROM people_papers GROUP BY kind").fetchall()
"""

from thenchot.platform.datasets.engine import engine, engine_over, hand_over
from thenchot.platform.datasets.registry import DAY, FLAG, INT, TEXT, Column, Dataset, declare
from thenchot.platform.datasets.snapshots import Manifest, exclusive, manifest, snapshot, table

__all__ = [
    "DAY",
    "FLAG",
    "INT",
    "TEXT",
    "Column",
    "Dataset",
    "Manifest",
    "declare",
    "engine",
    "engine_over",
    "exclusive",
    "hand_over",
    "manifest",
    "snapshot",
    "table",
]
