"""A dataset as one Parquet file in THENCHOT_HOME/datasets, and as Arrow for the part somebody sees.

Written in batches, so memory does not grow with the rows; the file appears whole or not at all.
Day, moment and number of rows stand inside the file itself: a manifest that cannot part from its
data.
"""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from pathlib import Path

from thenchot.platform.clock import real_now, today
from thenchot.platform.datasets.registry import Dataset, get
from thenchot.platform.keys import home
from thenchot.platform.scope.actor import SYSTEM

BATCH = 20_000


@dataclass(frozen=True)
class Manifest:
    """`on`: the day of the snapshot; `recorded_at`: when its reading began."""

    name: str
    path: Path
    on: date
    recorded_at: datetime
    rows: int


def folder() -> Path:
    """Only for the account that runs the system: the files hold personal data."""
    found = home() / "datasets"
    found.mkdir(parents=True, exist_ok=True, mode=0o700)
    return found


def path_of(name: str) -> Path:
    return folder() / f"{get(name).name}.parquet"


def snapshot(name: str) -> Manifest:
    """Everything the room offers, written anew. The former file stays until the new one is
    whole.
    """
    import pyarrow.parquet as parquet

    dataset, target = get(name), path_of(name)
    told = {"on": today().isoformat(), "recorded_at": real_now().isoformat()}
    part = target.with_suffix(f".{os.getpid()}.part")
    try:
        with os.fdopen(os.open(part, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "wb") as file:
            schema = _schema(dataset).with_metadata(told)
            with parquet.ParquetWriter(file, schema, compression="zstd") as writer:
                for batch in _batches(dataset, SYSTEM):
                    writer.write_batch(batch)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    return manifest(name)


def manifest(name: str) -> Manifest | None:
    """Of the snapshot at hand; none when it was never taken."""
    import pyarrow.parquet as parquet

    path = path_of(name)
    if not path.exists():
        return None
    known = parquet.read_metadata(path)
    on, recorded_at = (known.metadata[key].decode() for key in (b"on", b"recorded_at"))
    return Manifest(
        name, path, date.fromisoformat(on), datetime.fromisoformat(recorded_at), known.num_rows
    )


def table(name: str, actor):
    """The rows the actor sees, as an Arrow table: for figures over a branch, without a file."""
    import pyarrow

    dataset = get(name)
    return pyarrow.Table.from_batches(_batches(dataset, actor), schema=_schema(dataset))


@contextmanager
def exclusive(what: str) -> Iterator[None]:
    """One process at a time takes these snapshots and counts over them; the next one waits."""
    with (folder() / f"{what}.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def sweep_up() -> int:
    """Parts and scratch folders older than a day; how many went."""
    old = [
        one
        for pattern in ("*.part", "scratch-*")
        for one in folder().glob(pattern)
        if real_now().timestamp() - one.stat().st_mtime > 86_400
    ]
    for one in old:
        shutil.rmtree(one) if one.is_dir() else one.unlink()
    return len(old)


def _schema(dataset: Dataset):
    import pyarrow

    return pyarrow.schema(
        [(column.name, pyarrow.type_for_alias(column.type)) for column in dataset.columns]
    )


def _batches(dataset: Dataset, actor):
    import pyarrow

    schema = _schema(dataset)
    rows = dataset.values(actor).iterator(chunk_size=BATCH)
    while chunk := list(islice(rows, BATCH)):
        arrays = [
            pyarrow.array(values, field.type)
            for values, field in zip(zip(*chunk, strict=True), schema, strict=True)
        ]
        yield pyarrow.RecordBatch.from_arrays(arrays, schema=schema)
