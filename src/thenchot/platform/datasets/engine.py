"""DuckDB over snapshots: two threads, a bound of memory, nothing fetched, nothing read outside of
the datasets.
"""

import os
import shutil
from contextlib import contextmanager

from thenchot.platform.datasets.snapshots import folder, path_of, table

THREADS = 2
LOCKED = {"autoinstall_known_extensions": False, "autoload_known_extensions": False}
MEMORY = "512MB"  # of the engine; what does not fit goes to its own folder on disk


@contextmanager
def engine(*names: str):
    """A connection in memory with one view for each snapshot named. KeyError for a name no room
    offers.
    """
    import duckdb

    scratch = folder() / f"scratch-{os.getpid()}"
    connection = duckdb.connect(
        config={
            "threads": THREADS,
            "memory_limit": MEMORY,
            "temp_directory": str(scratch),
            "preserve_insertion_order": False,
            **LOCKED,
        }
    )
    try:
        connection.execute(f"SET allowed_directories = ['{folder()}']")
        connection.execute("SET enable_external_access = false")
        connection.execute("SET lock_configuration = true")
        for name in names:
            connection.execute(
                f"CREATE VIEW {name} AS SELECT * FROM read_parquet('{path_of(name)}')"
            )
        yield connection
    finally:
        connection.close()
        shutil.rmtree(scratch, ignore_errors=True)


@contextmanager
def engine_over(actor, *names: str):
    """The same over what the actor sees now, without a file: for figures about one place inside a
    request.
    """
    import duckdb

    connection = duckdb.connect(config={"threads": 1, "memory_limit": MEMORY, **LOCKED})
    try:
        for name in names:
            connection.register(name, table(name, actor))
        connection.execute("SET enable_external_access = false")
        connection.execute("SET lock_configuration = true")
        yield connection
    finally:
        connection.close()


def hand_over(db, name: str, columns, rows) -> None:
    """A table of the engine from rows of Python. `columns`: (name, Arrow type)."""
    import pyarrow

    values = list(zip(*rows, strict=True)) or [[] for _ in columns]
    arrays = [
        pyarrow.array(column, pyarrow.type_for_alias(kind))
        for column, (_, kind) in zip(values, columns, strict=True)
    ]
    db.register(
        "handed", pyarrow.Table.from_arrays(arrays, names=[column for column, _ in columns])
    )
    db.execute(f"CREATE OR REPLACE TABLE {name} AS SELECT * FROM handed")
    db.unregister("handed")
