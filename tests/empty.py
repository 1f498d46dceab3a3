"""The database without a row of anybody's, as `thenchot migrate` leaves it: made once for the whole
run by the command itself, whichever process asks first; copied wherever a test begins from nothing.
"""

import fcntl
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing, contextmanager
from pathlib import Path

COMMAND = [str(Path(sys.executable).parent / "thenchot"), "migrate", "--verbosity=0"]
# The keys of whoever made it: those who copy it have others, and write down theirs.
FORGET = "DELETE FROM backup_keymark"
ON_POSTGRES = "thenchot_empty"


def of_the_run(tmp_path_factory) -> Path:
    """The folder that all processes of this run share."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


def begin(tmp_path_factory, home: Path) -> None:
    """A folder of data and its keys in which everything is migrated: nobody else has these keys."""
    made = empty_database(tmp_path_factory)
    (home / "data").mkdir()
    shutil.copy2(made, home / "data")
    shutil.copy2(made.parent.parent / "keys.json", home)


def empty_database(tmp_path_factory) -> Path:
    """A file of SQLite; only read."""
    with _alone(of_the_run(tmp_path_factory) / "empty") as home:
        database = home / "data" / "thenchot.sqlite3"
        if not (home / "made").exists():
            _migrated(home, "")
            with closing(sqlite3.connect(database)) as base:
                base.execute(FORGET)
                base.commit()
                base.execute("PRAGMA journal_mode=DELETE")  # one file, without one beside it
            (home / "made").touch()
    return database


def empty_on_postgres(tmp_path_factory, url: str) -> str:
    """The name of a database on the server of the tests, for others to be made after it."""
    import psycopg

    with _alone(of_the_run(tmp_path_factory) / "empty-on-postgres") as home:
        if not (home / "made").exists():
            with psycopg.connect(url, autocommit=True) as server:
                server.execute(f"DROP DATABASE IF EXISTS {ON_POSTGRES}")
                server.execute(f"CREATE DATABASE {ON_POSTGRES}")
            own = url.rpartition("/")[0] + f"/{ON_POSTGRES}"
            _migrated(home, own)
            with psycopg.connect(own, autocommit=True) as base:
                base.execute(FORGET)
            (home / "made").touch()
    return ON_POSTGRES


@contextmanager
def _alone(home: Path):
    home.mkdir(exist_ok=True)
    with (home / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield home


def _migrated(home: Path, url: str) -> None:
    (home / "data").mkdir(exist_ok=True)
    environment = {k: v for k, v in os.environ.items() if k != "DATABASE_URL"}
    environment |= {"THENCHOT_HOME": str(home / "data"), "THENCHOT_KEYS": str(home / "keys.json")}
    environment |= {"DATABASE_URL": url} if url else {}
    subprocess.run(COMMAND, env=environment, check=True, capture_output=True)
