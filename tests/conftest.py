"""What every test may ask for. The home of the run is set in `tests/home.py`."""

import gc
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from django.conf import settings as project
from django.db import connection
from hypothesis import HealthCheck, settings

from tests import empty, postgres
from tests.reading import IN_EARNEST, Readers
from thenchot.platform.runtime import apart

# A busy machine is slow at drawing examples, which says nothing about them
settings.register_profile(
    "patient", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.load_profile("patient")
REPOSITORY = Path(__file__).resolve().parent.parent


def pytest_configure():
    """Passwords quickly hashed, static files without a stamp in their names."""
    static = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    project.STORAGES = {**project.STORAGES, "staticfiles": static}
    project.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


# Nothing in them is marked for PostgreSQL: held by tests/invariants/test_databases.py.
NEVER_ON_POSTGRES = ("browser", "docs", "importer", "kernel", "policy", "web")
collect_ignore = NEVER_ON_POSTGRES if postgres.is_asked_for() else ()

# Half a minute each and more. Nobody waits for what another builds: the second needs no database
# while the first makes the empty one, the fifth no demonstration while the fourth makes it.
LONGEST = (
    "test_axe.py",
    "test_mutations.py",
    "test_access.py",
    "test_kill.py",
    "test_hostile.py",
    "test_crawl.py",
    "test_tampering.py",
    "test_real_damage.py",
    "test_linear.py",
)


def pytest_collection_modifyitems(items):
    """The longest files first, then those with something slow, so that no worker is left alone with
    one at the end. How many queries a page costs is asked on SQLite: the number is ours.
    """
    slow = {item.path for item in items if item.get_closest_marker("slow")}
    if postgres.is_asked_for():
        items[:] = [item for item in items if "_cost" not in item.name]
    turn = {name: place for place, name in enumerate(LONGEST)}
    items.sort(key=lambda item: (turn.get(item.path.name, len(turn)), item.path not in slow))


def pytest_collection_finish():
    """What is there by now stays to the end: the collector need not walk it again and again, nor
    after every few hundred objects of a page.
    """
    gc.set_threshold(20_000, 20, 20)
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix, tmp_path_factory):
    """The database of this process begins as a copy of the one that is migrated once in a run, so
    that nothing is left to be migrated here.
    """
    if connection.vendor == "postgresql":
        name = empty.empty_on_postgres(tmp_path_factory, os.environ["DATABASE_URL"])
        connection.settings_dict["TEST"]["TEMPLATE"] = name
        yield
        return
    # In memory: there as long as anybody holds it open
    name = connection.creation._get_test_db_name()
    with closing(sqlite3.connect(name, uri=True)) as held:
        with closing(sqlite3.connect(empty.empty_database(tmp_path_factory))) as made:
            made.backup(held)
        yield


@pytest.fixture(scope="session")
def readers():
    readers = Readers()
    yield readers
    readers.end()


@pytest.fixture(scope="module", autouse=True)
def _readers_stay(request, readers):
    """Thousands of lists are taken in whose reading is not what is asked."""
    of = request.path.relative_to(REPOSITORY / "tests").as_posix()
    with pytest.MonkeyPatch.context() as patch:
        if not of.startswith(IN_EARNEST):
            patch.setattr(apart, "run_limited", readers)
        yield


@pytest.fixture(scope="session")
def seeds() -> Path:
    """Folder of the five real documents (THENCHOT_SEEDS); plainly skipped where it is missing."""
    folder = Path(os.environ.get("THENCHOT_SEEDS", REPOSITORY.parent / "shared" / "seeds"))
    if not folder.is_dir():
        pytest.skip(f"real documents not found: set THENCHOT_SEEDS (looked in {folder})")
    return folder
