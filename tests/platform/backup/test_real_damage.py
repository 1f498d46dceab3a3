"""Damaged files, other keys and kill -9, on a real installation and through the command line."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.empty import begin
from tests.forking import Commands

from thenchot.platform.backup.databases import faults_of

pytestmark = [pytest.mark.slow]
PAGE = 4096
BACKUPS = "backups"


class House:
    """A folder with data, keys and backups, and the commands over it."""

    def __init__(self, root: Path, commands=None):
        """`commands`: how they are run, when not each in a process of its own."""
        self.root, self.database = root, root / "data" / "thenchot.sqlite3"
        self.commands = commands
        self.environment = {k: v for k, v in os.environ.items() if not k.startswith("THENCHOT_")}
        self.environment.pop("DATABASE_URL", None)
        self.environment |= {
            "THENCHOT_HOME": str(root / "data"),
            "THENCHOT_KEYS": str(root / "keys" / "keyring.json"),
            "THENCHOT_ADMIN_PASSWORD": "mat-khau-dai-12",
        }

    def command(self, *words):
        return [sys.executable, "-m", "thenchot.cli", *map(str, words)]

    def run(self, *words):
        if self.commands:
            return self.commands.run(*words)
        return subprocess.run(
            self.command(*words), env=self.environment, capture_output=True, text=True, timeout=120
        )

    @property
    def backups(self) -> list[Path]:
        return sorted((self.root / BACKUPS).glob("*.backup"))

    def flip(self, page: int, offset: int, count: int = 64):
        with self.database.open("r+b") as handle:
            handle.seek((page - 1) * PAGE + offset)
            handle.write(bytes([0xA5]) * count)


@pytest.fixture(scope="module")
def first(tmp_path_factory):
    house = House(tmp_path_factory.mktemp("house"))
    begin(tmp_path_factory, house.root)
    (house.root / "keys").mkdir()
    shutil.move(house.root / "keys.json", house.root / "keys" / "keyring.json")
    done = house.run(
        "init",
        *("--province", "Tỉnh Mẫu", "--commune", "Phường Mẫu", "--name", "Nguyễn Văn An"),
        *("--username", "quantri", "--no-input"),
    )
    assert done.returncode == 0, done.stderr
    done = house.run("backup")
    assert done.returncode == 0, done.stderr
    database = sqlite3.connect(house.database)
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    return house


@pytest.fixture(scope="module")
def copied(first, tmp_path_factory):
    """copied() -> a copy of the first, always at the same place, so that its commands are read
    once.
    """
    place = tmp_path_factory.mktemp("damaged") / "house"

    def copy(commands=None):
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(first.root, place)
        return House(place, commands)

    commands = Commands(copy().environment)
    yield lambda: copy(commands)
    commands.end()


@pytest.fixture
def house(copied):
    return copied()


def root_page(database: Path, table: str) -> int:
    rows = sqlite3.connect(database)
    try:
        sql = "SELECT rootpage FROM sqlite_master WHERE name = ?"
        return rows.execute(sql, (table,)).fetchone()[0]
    finally:
        rows.close()


def count(database: Path, table: str) -> int:
    rows = sqlite3.connect(database)
    try:
        return rows.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
    finally:
        rows.close()


class TestDamagedPage:
    @pytest.mark.parametrize("table", ["accounts_account", "audit_event", "organisation_unit"])
    def test_nothing_is_written_and_nothing_old_is_removed(self, house, table):
        good = house.backups
        house.flip(root_page(house.database, table), 0)
        done = house.run("backup", "--keep", 1)
        assert done.returncode == 1 and house.backups == good
        assert "bị hỏng" in done.stderr and "thenchot salvage --into" in done.stderr
        assert "Traceback" not in done.stderr
        assert not list((house.root / BACKUPS).glob("*.part"))

    def test_the_last_good_one_restores(self, house):
        house.flip(root_page(house.database, "accounts_account"), 0)
        assert house.run("backup").returncode == 1
        done = house.run("restore", house.backups[-1], "--into", house.root / "new")
        assert done.returncode == 0, done.stderr
        assert count(house.root / "new" / "thenchot.sqlite3", "accounts_account") == 1

    def test_what_can_be_read_is_salvaged_and_the_rest_is_named(self, house):
        units = count(house.database, "organisation_unit")
        house.flip(root_page(house.database, "accounts_account"), 0)
        done = house.run("salvage", "--into", house.root / "saved")
        assert done.returncode == 0, done.stderr
        assert "! accounts_account: còn 0 dòng" in done.stdout
        saved = house.root / "saved" / "thenchot.sqlite3"
        assert count(saved, "organisation_unit") == units == 2
        assert count(saved, "accounts_account") == 0
        assert not [fault for fault in faults_of(saved) if "foreign key" not in fault]
        assert saved.stat().st_mode & 0o077 == 0

    def test_rows_before_and_behind_a_damaged_page_are_salvaged(self, house):
        rows = sqlite3.connect(house.database)
        rows.execute("CREATE TABLE long (id integer primary key, words text)")
        rows.executemany("INSERT INTO long (words) VALUES (?)", [("chữ" * 300,)] * 400)
        rows.commit()
        rows.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        size = house.database.stat().st_size // PAGE
        rows.close()
        house.flip(size - 100, 0, count=PAGE)
        done = house.run("salvage", "--into", house.root / "saved")
        assert done.returncode == 0, done.stderr
        assert 380 <= count(house.root / "saved" / "thenchot.sqlite3", "long") < 400

    @pytest.mark.parametrize("command", ["salvage", "backup"])
    def test_a_structure_that_is_gone_is_one_sentence(self, house, command):
        house.flip(1, 100, count=2000)
        into = ("--into", house.root / "saved") if command == "salvage" else ()
        done = house.run(command, *into)
        assert done.returncode == 1 and "Traceback" not in done.stderr
        assert "phục hồi bản sao lưu tốt gần nhất" in done.stderr

    def test_the_doctor_says_what_to_do(self, house):
        house.flip(root_page(house.database, "organisation_unit"), 0)
        told = house.run("doctor").stdout
        (line,) = [line for line in told.splitlines() if "SQLite bị hỏng" in line]
        assert "thenchot restore" in line and "thenchot salvage --into" in line

    def test_columns_that_the_database_computes_are_computed_anew(self, house):
        rows = sqlite3.connect(house.database)
        rows.execute(
            "CREATE TABLE sums (id integer primary key autoincrement, one integer, "
            "twice integer GENERATED ALWAYS AS (one * 2) STORED)"
        )
        rows.executemany("INSERT INTO sums (one) VALUES (?)", [(n,) for n in range(5)])
        rows.execute("DELETE FROM sums WHERE id > 3")
        rows.commit(), rows.close()
        done = house.run("salvage", "--into", house.root / "saved")
        assert done.returncode == 0, done.stderr
        saved = sqlite3.connect(house.root / "saved" / "thenchot.sqlite3")
        assert saved.execute("SELECT one, twice FROM sums").fetchall() == [(0, 0), (1, 2), (2, 4)]
        saved.execute("INSERT INTO sums (one) VALUES (9)")
        assert saved.execute("SELECT max(id) FROM sums").fetchone() == (6,)
        saved.close()

    def test_an_index_that_no_longer_fits_takes_no_row_along(self, house):
        rows = sqlite3.connect(house.database)
        rows.execute("CREATE TABLE twins (id integer primary key, word text)")
        rows.executemany("INSERT INTO twins (word) VALUES (?)", [("a",), ("b",)])
        rows.execute("CREATE UNIQUE INDEX twins_once ON twins (word)")
        rows.execute("PRAGMA writable_schema=ON")
        rows.execute("UPDATE sqlite_master SET sql = replace(sql, '(word)', '(length(word))') "
                     "WHERE name = 'twins_once'")  # fmt: skip
        rows.commit(), rows.close()
        done = house.run("salvage", "--into", house.root / "saved")
        assert done.returncode == 0, done.stderr
        saved = house.root / "saved" / "thenchot.sqlite3"
        assert (count(saved, "twins"), count(saved, "organisation_unit")) == (2, 2)


class TestOtherKeys:
    @pytest.fixture
    def house(self, first, tmp_path):
        """Keys are read at a start: every command begins anew."""
        shutil.copytree(first.root, tmp_path / "house")
        return House(tmp_path / "house")

    def test_restoring_makes_no_keys(self, house):
        shutil.move(house.root / "keys", house.root / "away")
        house.environment["THENCHOT_HOME"] = str(house.root / "other")
        done = house.run("restore", house.backups[0], "--into", house.root / "new")
        assert done.returncode == 1 and "Không thấy tệp khóa" in done.stderr
        assert "phiếu phục hồi" in done.stderr.replace("\n", " ")
        assert not (house.root / "keys").exists() and not (house.root / "new").exists()

    def test_keys_of_another_machine_are_refused_by_name_and_mark(self, house):
        other = House(house.root / "other")
        assert other.run("migrate", "--check").returncode in (0, 1)  # a first start makes keys
        done = other.run("restore", house.backups[0], "--into", house.root / "new")
        assert done.returncode == 1, done.stdout
        shown = house.run("keys", "show").stdout
        mark = shown.split("(dấu ")[1].split(")")[0]
        assert f"cần khóa k1 (dấu {mark})" in done.stderr
        assert not (house.root / "new").exists()

    def test_the_right_sheet_takes_the_place_of_keys_that_nothing_was_written_with(self, house):
        sheet = house.root / "sheet.txt"
        sheet.write_text(house.run("keys", "sheet").stdout)
        other = House(house.root / "other")
        other.run("migrate", "--check")
        other.database.unlink(missing_ok=True)
        done = other.run("keys", "restore", sheet)
        assert done.returncode == 0, done.stderr
        done = other.run("restore", house.backups[0], "--into", house.root / "new")
        assert done.returncode == 0, done.stderr
        assert len(list((other.root / "keys").iterdir())) == 2  # the other ring is set aside

    def test_data_under_other_keys_are_not_migrated(self, house):
        other = House(house.root / "other")
        other.run("migrate", "--check")
        shutil.copy(other.root / "keys" / "keyring.json", house.root / "keys" / "keyring.json")
        done = house.run("migrate")
        assert done.returncode == 1 and "không phải bộ khóa ấy" in done.stderr
        assert "Traceback" not in done.stderr


class TestKilled:
    @pytest.mark.parametrize("delay", [0.0, 0.05, 0.2])
    def test_a_killed_backup_leaves_nothing_readable_among_the_backups(self, house, delay):
        files = house.root / "data" / "files" / "aa"
        files.mkdir(parents=True)
        for n in range(40):
            (files / f"{n}").write_bytes(os.urandom(2_000_000))
        process = subprocess.Popen(
            house.command("backup"), env=house.environment, stderr=subprocess.DEVNULL
        )
        working = house.root / "data" / "working"
        limit = time.monotonic() + 60
        while not list(working.glob("backup-*")) and time.monotonic() < limit:
            assert process.poll() is None, "it was over before it was killed"
            time.sleep(0.005)
        time.sleep(delay)
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert len(house.backups) == 1  # the one before
        assert not [
            path
            for path in (house.root / BACKUPS).rglob("*")
            if path.is_file() and path.read_bytes()[:15] == b"SQLite format 3"
        ]
        assert next(working.glob("backup-*")).stat().st_mode & 0o077 == 0
        told = house.run("doctor").stdout
        assert "lần sao lưu bị ngắt còn để lại" in told
        done = house.run("backup")
        assert done.returncode == 0, done.stderr
        assert [path.name for path in working.iterdir()] == ["lock"]
        assert {path.suffix for path in (house.root / BACKUPS).iterdir()} == {".backup"}
