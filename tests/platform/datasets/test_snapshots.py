"""Snapshots: whole or not at all, private to the account that runs the system, never a sealed
field; and the engine.
"""

import os
import stat
import time
from datetime import date

import duckdb
import pytest
from tests.worlds import build_world, staff

from thenchot.people.models import Particulars, Person
from thenchot.platform.clock import today
from thenchot.platform.datasets import (
    DAY,
    INT,
    TEXT,
    Column,
    Dataset,
    engine,
    manifest,
    registry,
    snapshot,
    snapshots,
    table,
)
from thenchot.platform.scope.actor import SYSTEM
from thenchot.platform.scope.roles import Role


@pytest.fixture
def world(db):
    return build_world()


@pytest.fixture
def names(monkeypatch, tmp_path):
    """A dataset of the names of people, in a folder of its own."""
    monkeypatch.setattr(registry, "_datasets", {})
    monkeypatch.setattr(snapshots, "home", lambda: tmp_path)
    columns = (Column("person_id", INT, "pk"), Column("full_name", TEXT), Column("born_on", DAY))
    return registry.declare(
        Dataset("names", lambda actor: Person.objects.visible_to(actor).order_by("pk"), columns)
    )


def count(name):
    with engine(name) as db:
        return db.execute(f"SELECT count(*) FROM {name}").fetchone()[0]


def test_holds_every_row_with_its_types(world, names):
    Person.objects.filter(pk=world.people["ubnd"].pk).update(born_on=date(1980, 5, 12))
    written = snapshot("names")
    assert (written.rows, written.on) == (Person.objects.count(), today())
    with engine("names") as db:
        row = db.execute(
            "SELECT full_name, born_on FROM names WHERE person_id = ?", [world.people["ubnd"].pk]
        ).fetchone()
    assert row == ("Phạm Thị Duyên", date(1980, 5, 12))


def test_the_manifest_stands_in_the_file(world, names):
    assert manifest("names") is None
    written = snapshot("names")
    assert manifest("names") == written
    assert written.recorded_at.tzinfo is not None


def test_is_written_batch_by_batch(world, names, monkeypatch):
    monkeypatch.setattr(snapshots, "BATCH", 3)
    assert snapshot("names").rows == Person.objects.count() > 6


def test_an_empty_table_is_a_snapshot_too(db, names):
    assert snapshot("names").rows == count("names") == 0


def test_nobody_else_on_the_machine_reads_it(world, names):
    path = snapshot("names").path
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_broken_writing_leaves_the_former_one(world, names, monkeypatch):
    before = snapshot("names")
    staff(world, world.units["ubnd"], ["Lê Văn Mới"])

    def broken(dataset, actor):
        yield from ()
        raise RuntimeError("the disk is full")

    monkeypatch.setattr(snapshots, "_batches", broken)
    with pytest.raises(RuntimeError):
        snapshot("names")
    assert manifest("names") == before
    assert [p.name for p in before.path.parent.iterdir()] == ["names.parquet"]


def test_an_actor_gets_only_what_is_visible(world, names):
    own = table("names", world.actor(Role.OFFICER))
    assert set(own["full_name"].to_pylist()) == {p.full_name for p in world.people.values()}
    assert table("names", SYSTEM).num_rows == Person.objects.count()


@pytest.mark.parametrize(
    ("model", "path"),
    [
        (Person, "identity_no"),
        (Person, "identity_index"),
        (Person, "particulars__health"),
        (Particulars, "insurance_no"),
    ],
)
def test_a_sealed_field_never_becomes_a_column(db, names, model, path):
    registry.declare(Dataset("leak", lambda actor: model.objects.all(), (Column("x", TEXT, path),)))
    with pytest.raises(ValueError, match="sealed"):
        snapshot("leak")


def test_a_name_is_declared_once(names):
    with pytest.raises(ValueError, match="twice"):
        registry.declare(Dataset("names", lambda actor: Person.objects.all(), names.columns))
    with pytest.raises(ValueError, match="not a name"):
        registry.declare(Dataset("n'; DROP", lambda actor: Person.objects.all(), ()))


def test_a_name_nobody_offers_is_refused(names):
    with pytest.raises(KeyError), engine("nothing"):
        pass


class TestEngine:
    def test_reads_nothing_outside_of_the_datasets(self, world, names):
        with engine() as db, pytest.raises(duckdb.PermissionException):
            db.execute("SELECT * FROM read_text('/etc/hostname')").fetchall()

    def test_fetches_no_extension(self, names):
        with engine() as db, pytest.raises(duckdb.Error):
            db.execute("INSTALL spatial")

    def test_its_bounds_cannot_be_changed(self, names):
        with engine() as db:
            bounds = db.execute(
                "SELECT current_setting('threads'), current_setting('memory_limit')"
            ).fetchone()
            with pytest.raises(duckdb.Error):
                db.execute("SET threads = 8")
        assert bounds == (2, "488.2 MiB")

    def test_leaves_no_scratch(self, world, names, tmp_path):
        snapshot("names")
        assert count("names") > 0
        assert not list((tmp_path / "datasets").glob("scratch-*"))


def test_what_the_room_of_people_offers(world):
    for name in ("people_persons", "people_posts", "people_papers"):
        assert snapshot(name).name == name
    assert count("people_posts") == count("people_persons") == Person.objects.count()


def test_a_scoped_reader_of_people_sees_the_own_ward(world):
    officer = world.actor(Role.OFFICER)
    mine = {p.pk for p in world.people.values()}
    assert set(table("people_persons", officer)["person_id"].to_pylist()) == mine
    assert set(table("people_posts", officer)["person_id"].to_pylist()) == mine


def test_what_a_killed_process_left_goes_after_a_day(db, names):
    folder = snapshots.folder()
    for name, age in (("names.1.part", 90_000), ("names.2.part", 10)):
        (folder / name).write_bytes(b"half")
        os.utime(folder / name, (time.time() - age,) * 2)
    (folder / "scratch-1").mkdir()
    os.utime(folder / "scratch-1", (time.time() - 90_000,) * 2)
    kept = snapshot("names").path.name
    assert snapshots.sweep_up() == 2
    assert sorted(path.name for path in folder.iterdir()) == ["names.2.part", kept]
