"""Backups: rehearsed, not assumed."""

import io
import sqlite3
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection
from django.db.transaction import TransactionManagementError
from hypothesis import given
from hypothesis import strategies as st

from thenchot.platform import backup, keys
from thenchot.platform.backup import sealed, services
from thenchot.platform.backup.sealed import BadBackup, OpeningReader, SealingWriter
from thenchot.platform.files import services as files
from thenchot.platform.keys.ring import ring

TEXT = "Quyết định".encode() * 9


def seal(plain):
    target = io.BytesIO()
    writer = SealingWriter(target, "2026-11-20")
    writer.write(plain)
    writer.finish()
    return target.getvalue()


def open_all(body):
    return OpeningReader(io.BytesIO(body)).readall()


class TestSealedStream:
    @given(st.binary(max_size=5000))
    def test_what_goes_in_comes_out(self, plain):
        assert open_all(seal(plain)) == plain

    @pytest.mark.parametrize(
        "size", [0, 1, sealed.CHUNK - 1, sealed.CHUNK, sealed.CHUNK + 1, 3 * sealed.CHUNK]
    )
    def test_around_the_size_of_a_chunk(self, size):
        plain = bytes(size)
        assert open_all(seal(plain)) == plain

    def test_nothing_can_be_read_without_the_key(self):
        assert b"quy" not in seal(TEXT)

    def test_a_changed_byte_is_noticed_wherever_it_is(self):
        body = seal(b"x" * 3000)
        for position in range(0, len(body), 97):
            changed = body[:position] + bytes([body[position] ^ 1]) + body[position + 1 :]
            with pytest.raises(BadBackup):
                open_all(changed)

    @pytest.mark.parametrize("keep", [0, 30, 200, -1, -sealed.CHUNK])
    def test_an_end_cut_off_is_noticed(self, keep):
        body = seal(b"x" * (2 * sealed.CHUNK))
        with pytest.raises(BadBackup):
            open_all(body[:keep])

    def test_chunks_that_change_places_are_noticed(self):
        body = seal(b"a" * sealed.CHUNK + b"b" * sealed.CHUNK + b"c")
        head = body.index(b"\n", len(sealed.MAGIC)) + 1
        size = 4 + sealed.CHUNK + 16
        first, second, rest = (
            body[head : head + size],
            body[head + size : head + 2 * size],
            body[head + 2 * size :],
        )
        with pytest.raises(BadBackup, match="khúc 1"):
            open_all(body[:head] + second + first + rest)

    def test_a_key_that_is_gone_is_named(self, monkeypatch, tmp_path):
        body = seal(TEXT)
        keys.KeyRing({"k7": b"x" * 32}, "k7").write(tmp_path / "other.json")
        monkeypatch.setenv("THENCHOT_KEYS", str(tmp_path / "other.json"))
        ring.cache_clear()
        try:
            with pytest.raises(BadBackup, match="k1"):
                open_all(body)
        finally:
            ring.cache_clear()


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


class TestAlert:
    @pytest.fixture(autouse=True)
    def _rule(self):
        from thenchot.web.alerts import old_backup

        self.find = lambda on=None: list(old_backup(on or date.today()))

    def test_it_tells_the_administrators_when_there_is_none(self, account):
        chief = account("admin", "/1/")
        (finding,) = self.find()
        assert finding.audience[0].account_ids == (chief.pk,)

    def test_it_is_silent_for_two_days(self, committed, tmp_path):
        services.make(to=tmp_path / "b")
        assert self.find() == []
        assert len(self.find(date.today() + timedelta(4))) == 1
