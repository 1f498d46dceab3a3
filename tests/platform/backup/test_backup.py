"""Backups: rehearsed, not assumed."""

import io
import os
import sqlite3
import tarfile
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

import pyrage
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection
from django.db.transaction import TransactionManagementError
from hypothesis import given
from hypothesis import strategies as st
from tests.platform.backup import first_format_writer

from thenchot.platform import backup, keys
from thenchot.platform.audit.models import Event
from thenchot.platform.backup import checks, marks, sealed, services, working
from thenchot.platform.backup.models import KeyMark
from thenchot.platform.backup.refused import BadBackup, CannotCopy
from thenchot.platform.backup.sealed import Header
from thenchot.platform.clock import now
from thenchot.platform.files import blobs
from thenchot.platform.files import services as files
from thenchot.platform.files.models import StoredFile
from thenchot.platform.jobs.models import Turn
from thenchot.platform.keys import age
from thenchot.platform.keys.fingerprints import fingerprints
from thenchot.platform.keys.ring import KeyRing, ring

TEXT = "Quyết định".encode() * 9


def seal(plain):
    target = io.BytesIO()
    sealed.seal(target, Header.now("2026-11-20"), lambda out: out.write(plain))
    return target.getvalue()


def open_all(body):
    with sealed.opened(io.BytesIO(body)) as (_header, plain):
        return plain.read()


@contextmanager
def other_ring(ring_, monkeypatch, tmp_path):
    ring_.write(tmp_path / "other.json")
    monkeypatch.setenv("THENCHOT_KEYS", str(tmp_path / "other.json"))
    ring.cache_clear()
    try:
        yield
    finally:
        monkeypatch.undo()
        ring.cache_clear()


class TestSealedStream:
    @given(st.binary(max_size=5000))
    def test_what_goes_in_comes_out(self, plain):
        assert open_all(seal(plain)) == plain

    @pytest.mark.parametrize("size", [0, 1, 65_535, 65_536, 65_537, 3_000_000])
    def test_around_the_size_of_a_chunk(self, size):
        plain = os.urandom(size)
        assert open_all(seal(plain)) == plain

    def test_nothing_can_be_read_without_the_key(self):
        assert b"quy" not in seal(TEXT)

    def test_it_is_the_published_format_behind_two_lines(self):
        _magic, _line, body = seal(TEXT).split(b"\n", 2)
        assert body.startswith(b"age-encryption.org/v1\n")
        stranger = pyrage.x25519.Identity.from_str(age.secret(keys.current_id()))
        assert pyrage.decrypt(body, [stranger]) == TEXT

    def test_the_letters_of_a_key_are_those_of_the_specification(self):
        body = bytes(range(32))
        written = age.bech32(age.PREFIX, body).upper()
        assert str(pyrage.x25519.Identity.from_str(written)) == written
        assert age.bech32("a", b"") == "a12uel5l"  # BIP 173, first valid example

    def test_a_changed_byte_is_noticed_wherever_it_is(self):
        body = seal(b"x" * 3000)
        for position in range(0, len(body), 97):
            changed = body[:position] + bytes([body[position] ^ 1]) + body[position + 1 :]
            if changed[: len(sealed.MAGIC)] == sealed.MAGIC and position < body.index(b"age-"):
                continue  # in the open: held against what is inside, below
            with pytest.raises(BadBackup):
                open_all(changed)

    @pytest.mark.parametrize("keep", [0, 30, 400, -1, -65_536])
    def test_an_end_cut_off_is_noticed(self, keep):
        body = seal(b"x" * 200_000)
        with pytest.raises(BadBackup):
            open_all(body[:keep])

    def test_a_full_disk_is_told_as_one(self):
        class Full(io.RawIOBase):
            def writable(self):
                return True

            def write(self, piece):
                if piece[:3] == b"age":
                    raise OSError(28, "No space left on device")
                return len(piece)

        with pytest.raises(OSError, match="No space left"):
            sealed.seal(Full(), Header.now(""), lambda out: out.write(b"x" * 5_000_000))

    def test_what_fails_while_it_is_filled_is_told(self):
        def fill(out):
            out.write(b"x" * 100)
            raise LookupError("gone")

        with pytest.raises(LookupError, match="gone"):
            sealed.seal(io.BytesIO(), Header.now(""), fill)

    def test_keys_that_are_gone_are_named_with_their_marks(self, monkeypatch, tmp_path):
        body, mark = seal(TEXT), fingerprints()["k1"]
        with (
            other_ring(KeyRing({"k7": b"x" * 32}, "k7"), monkeypatch, tmp_path),
            pytest.raises(BadBackup, match=f"cần khóa k1 .dấu {mark}.*có khóa k7 .dấu"),
        ):
            open_all(body)

    def test_other_keys_under_the_same_name_are_not_taken_for_a_damaged_file(
        self, monkeypatch, tmp_path
    ):
        body = seal(TEXT)
        with (
            other_ring(KeyRing({"k1": b"x" * 32}, "k1"), monkeypatch, tmp_path),
            pytest.raises(BadBackup, match="không phải bộ khóa ấy"),
        ):
            open_all(body)


class TestFirstFormat:
    """Backups made before the format was age."""

    @pytest.mark.parametrize("size", [0, 1, 1024 * 1024, 2 * 1024 * 1024 + 1])
    def test_they_still_open(self, size):
        plain = os.urandom(size)
        assert open_all(first_format_writer.seal(plain)) == plain

    def test_a_changed_byte_is_noticed_wherever_it_is(self):
        body = first_format_writer.seal(b"x" * 3000)
        for position in range(0, len(body), 97):
            changed = body[:position] + bytes([body[position] ^ 1]) + body[position + 1 :]
            with pytest.raises(BadBackup):
                open_all(changed)

    @pytest.mark.parametrize("keep", [0, 30, 200, -1, -1024 * 1024])
    def test_an_end_cut_off_is_noticed(self, keep):
        with pytest.raises(BadBackup):
            open_all(first_format_writer.seal(b"x" * (2 * 1024 * 1024))[:keep])

    def test_one_is_restored(self, tmp_path):
        plain = io.BytesIO()
        with tarfile.open(fileobj=plain, mode="w:gz") as archive:
            (tmp_path / "a.txt").write_bytes(TEXT)
            archive.add(tmp_path / "a.txt", arcname="files/aa/a.txt")
        (tmp_path / "old.backup").write_bytes(first_format_writer.seal(plain.getvalue()))
        services.restore(tmp_path / "old.backup", into=tmp_path / "new")
        assert (tmp_path / "new/files/aa/a.txt").read_bytes() == TEXT


PAGE = 4096


def cut_in_half(copy: Path) -> Path:
    copy.write_bytes(copy.read_bytes()[: copy.stat().st_size // 2])
    return copy


def with_other_bytes_inside(copy: Path) -> Path:
    content = bytearray(copy.read_bytes())
    of_a_table = PAGE if content.startswith(b"SQLite") else len(content) // 2
    inside = slice(of_a_table, of_a_table + 64)
    content[inside] = bytes(0xFF - byte for byte in content[inside])
    copy.write_bytes(content)
    return copy


@pytest.mark.postgres
class TestMaking:
    @pytest.fixture
    def stored(self, committed, actor):
        return files.store(
            actor("officer", "/1/"), SimpleUploadedFile("qd.txt", TEXT), unit_path="/1/"
        )

    def test_it_is_recorded_and_found_as_the_last_success(self, committed, tmp_path):
        assert backup.last_success() is None
        made = services.make(to=tmp_path / "b")
        assert backup.last_success() == made

    def test_the_keys_are_not_inside(self, stored, tmp_path):
        made = services.make(to=tmp_path / "b")
        names = services.check(services.Path(made.file))
        assert len(names) == 2 and not any("key" in name for name in names)

    def test_only_the_newest_are_kept_and_nothing_else_is_touched(
        self, committed, tmp_path, monkeypatch
    ):
        (tmp_path / "other.txt").write_text("giữ")
        for n in range(4):
            (tmp_path / f"thenchot-2026010{n + 1}-000000.backup").write_bytes(b"")
        services.make(to=tmp_path, keep=2)
        left = sorted(path.name for path in tmp_path.iterdir() if path.is_file())
        assert "other.txt" in left and "thenchot-20260104-000000.backup" in left and len(left) == 3

    def test_not_inside_a_transaction(self, db, tmp_path):
        with pytest.raises(TransactionManagementError):
            services.make(to=tmp_path / "b")

    @pytest.mark.parametrize("damage", [cut_in_half, with_other_bytes_inside])
    def test_a_damaged_copy_is_no_backup_and_rotates_none_away(
        self, stored, tmp_path, monkeypatch, damage
    ):
        services.make(to=tmp_path, keep=1)
        before = [path.name for path in tmp_path.glob("*.backup")]
        whole = services.databases.copy_to
        monkeypatch.setattr(services.databases, "copy_to", lambda folder: damage(whole(folder)))
        with pytest.raises(CommandError, match="không xóa bản cũ nào"):
            call_command("backup", to=tmp_path)
        assert [path.name for path in tmp_path.glob("*.backup")] == before

    def test_a_failure_leaves_no_file_that_looks_like_a_backup(
        self, committed, tmp_path, monkeypatch
    ):
        def full(*_):
            raise OSError("hết chỗ")

        monkeypatch.setattr(services.databases, "copy_to", full)
        with pytest.raises(CommandError, match="hết chỗ"):
            call_command("backup", to=tmp_path / "b")
        assert list((tmp_path / "b").iterdir()) == []
        assert backup.last_success() is None

    def test_the_copy_lies_inside_the_data_and_is_gone_afterwards(
        self, committed, tmp_path, monkeypatch
    ):
        seen = []
        copy_to = services.databases.copy_to

        def watched(folder):
            seen.append((folder, folder.stat().st_mode & 0o777))
            return copy_to(folder)

        monkeypatch.setattr(services.databases, "copy_to", watched)
        services.make(to=tmp_path / "b")
        [(folder, mode)] = seen
        assert folder.is_relative_to(keys.home()) and mode == 0o700
        assert [path.name for path in working.home().iterdir()] == ["lock"]
        assert all(path.suffix == ".backup" for path in (tmp_path / "b").iterdir())

    def test_what_a_killed_one_left_is_removed_and_told(self, committed, tmp_path):
        (working.home() / "backup-x").mkdir(parents=True)
        (working.home() / "backup-x" / "database.sqlite3").write_bytes(b"SQLite format 3")
        (tmp_path / ".copy-y").mkdir()
        (tmp_path / "thenchot-20260101-000000.part").write_bytes(b"")
        told = [finding.message for finding in checks.leftovers()]
        assert "backup-x" in told[0]
        services.make(to=tmp_path)
        event = Event.objects.get(name="backup_made")
        assert len(event.facts["swept"]) == 3
        assert working.leftovers(tmp_path) == []

    def test_two_at_a_time_are_refused(self, committed, tmp_path):
        with working.alone(), pytest.raises(CannotCopy, match="lần sao lưu khác"):
            services.make(to=tmp_path / "b")
        assert next(iter(checks.leftovers())).mark == "ok"

    def test_a_file_that_changed_keeps_every_older_backup(self, stored, tmp_path):
        for n in range(3):
            (tmp_path / f"thenchot-2026010{n + 1}-000000.backup").write_bytes(b"")
        path = blobs.path_of(StoredFile.objects.get().blob)
        path.write_bytes(path.read_bytes()[:-1] + b"?")
        with pytest.raises(CommandError, match="1 tệp kèm không còn như lúc lưu"):
            call_command("backup", to=tmp_path, keep=1)
        assert len(list(tmp_path.glob("*.backup"))) == 4

    def test_under_other_keys_nothing_is_backed_up(self, committed, tmp_path):
        KeyMark.objects.all().delete()
        KeyMark.objects.create(key="k1", mark="0000 0000 0000 0000", since=now())
        with pytest.raises(CommandError, match=r"cần khóa k1 .dấu 0000 0000 0000 0000"):
            call_command("backup", to=tmp_path / "b")
        assert not (tmp_path / "b").exists()
        assert [finding.mark for finding in checks.key_marks()] == ["fail"]

    def test_the_marks_are_written_when_the_data_begin(self, db):
        assert marks.known() == fingerprints() and marks.complaint() == ""


class TestRestoring:
    @pytest.fixture(autouse=True)
    def _only_sqlite(self):
        if connection.vendor != "sqlite":
            pytest.skip("the rehearsal on PostgreSQL is test_postgres_rehearsal")

    @pytest.fixture
    def made(self, committed, actor, tmp_path):
        files.store(actor("officer", "/1/"), SimpleUploadedFile("qd.txt", TEXT), unit_path="/1/")
        return services.Path(services.make(to=tmp_path / "b").file)

    def test_the_rehearsal(self, made, tmp_path):
        into = tmp_path / "restored"
        call_command("restore", str(made), into=into)
        copy = sqlite3.connect(into / "thenchot.sqlite3")
        name, blob = copy.execute("SELECT name, blob FROM files_storedfile").fetchone()
        assert copy.execute("SELECT count(*) FROM audit_event").fetchone()[0] == 1
        copy.close()
        assert name == "qd.txt"
        [bytes_] = [path.read_bytes() for path in (into / "files").rglob("*") if path.is_file()]
        assert bytes_ == TEXT and blob

    def test_never_over_something_that_is_there(self, made, tmp_path):
        (tmp_path / "full").mkdir()
        (tmp_path / "full" / "x").write_text("")
        with pytest.raises(CommandError, match="không trống"):
            call_command("restore", str(made), into=tmp_path / "full")

    def test_a_damaged_backup_restores_nothing(self, made, tmp_path):
        body = bytearray(made.read_bytes())
        body[len(body) // 2] ^= 1
        made.write_bytes(bytes(body))
        with pytest.raises(CommandError, match="hỏng"):
            call_command("restore", str(made), into=tmp_path / "new")
        assert not (tmp_path / "new").exists()

    def test_something_else_is_not_a_backup(self, db, tmp_path):
        (tmp_path / "x").write_bytes(b"PK\x03\x04")
        with pytest.raises(CommandError, match="không phải bản sao lưu"):
            call_command("restore", str(tmp_path / "x"), into=tmp_path / "new")


class TestOtherKeys:
    @pytest.mark.parametrize("command", [("worker", "--once"), ("run_due",)], ids=" ".join)
    def test_no_work_begins_with_other_keys(self, db, command):
        KeyMark.objects.update(mark="0000 0000 0000 0000")
        with pytest.raises(CommandError, match="không phải bộ khóa ấy"):
            call_command(*command)

    def test_what_is_written_in_the_open_is_held_against_what_is_inside(self, committed, tmp_path):
        path = Path(services.make(to=tmp_path).file)
        magic, line, body = path.read_bytes().split(b"\n", 2)
        path.write_bytes(b"\n".join([magic, line.replace(b"202", b"199", 1), body]))
        with pytest.raises(BadBackup, match="không khớp với bên trong"):
            services.check(path)


class TestAlert:
    @pytest.fixture(autouse=True)
    def _rule(self):
        from thenchot.web.alerts import old_backup

        self.find = lambda on=None: list(old_backup(on or date.today()))

    def test_it_tells_the_administrators_when_there_is_none(self, account):
        chief = account("admin", "/1/")
        (finding,) = self.find()
        assert finding.audience[0].account_ids == (chief.pk,)

    def test_a_failed_one_is_told_with_its_reason(self, account):
        from thenchot.web.alerts import failed_backup

        account("admin", "/1/")
        assert list(failed_backup(date.today())) == []
        Turn.objects.create(name="backup.back_up", failed_at=now(), message="Damaged: trang 7 hỏng")
        (finding,) = failed_backup(date.today())
        assert finding.message.endswith("không thành: trang 7 hỏng")

    def test_it_is_silent_for_two_days(self, committed, tmp_path):
        services.make(to=tmp_path / "b")
        assert self.find() == []
        assert len(self.find(date.today() + timedelta(4))) == 1
