"""The trail: every link holds the one before it, and the database refuses to change one."""

import re
from datetime import date
from types import SimpleNamespace

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection, transaction
from django.db.utils import DatabaseError

from thenchot.platform import keys
from thenchot.platform.admission.services.giving import give
from thenchot.platform.audit import heads, looks, trail, triggers
from thenchot.platform.audit.models import Event, Read
from thenchot.platform.audit.verifying import examine, verify
from thenchot.platform.clock import now, real_now
from thenchot.platform.scope.actor import SYSTEM
from thenchot.platform.scope.models import Grant


@pytest.fixture
def write(db):
    def make(count=1, **facts):
        return [
            trail.record(SYSTEM, "thing.done", subject=thing(n), unit_path="/1/", **facts)
            for n in range(count)
        ]

    return make


def thing(pk):
    class Meta:
        label_lower = "tests.thing"

    return type("Thing", (), {"_meta": Meta, "pk": pk})()


@pytest.fixture
def without_triggers(db):
    """What somebody could do who may change the structure of the database."""
    triggers.remove()
    yield
    triggers.install()


class TestWriting:
    def test_events_are_numbered_without_a_gap(self, write):
        assert [event.seq for event in write(3)] == [1, 2, 3]

    def test_it_needs_the_transaction_of_its_change(self, write, monkeypatch):
        monkeypatch.setattr(trail, "connection", SimpleNamespace(in_atomic_block=False))
        with pytest.raises(transaction.TransactionManagementError):
            trail.record(SYSTEM, "thing.done", subject=thing(1))

    def test_it_goes_when_its_change_is_rolled_back(self, write):
        write()
        with pytest.raises(RuntimeError), transaction.atomic():
            write()
            raise RuntimeError
        write()
        assert list(Event.objects.values_list("seq", flat=True)) == [1, 2]
        assert verify().is_whole

    def test_days_and_names_become_plain_values(self, write):
        (event,) = write(starts_on=date(2026, 11, 20), name="Đường", times=3)
        assert Event.objects.get(pk=event.pk).facts == {
            "starts_on": "2026-11-20",
            "name": "Đường",
            "times": 3,
        }

    def test_a_digest_tells_only_that_something_changed(self):
        assert (
            trail.digest("001234567890")
            == trail.digest("001234567890")
            != trail.digest("001234567891")
        )
        assert "001234567890" not in trail.digest("001234567890")


class TestManyAtOnce:
    """`record_many` writes the chain that as many calls of `record` would have written."""

    def many(self, count, **facts):
        return trail.record_many(
            SYSTEM, "thing.done", Read, ((n, "/1/", {"row": n, **facts}) for n in range(count))
        )

    def test_they_follow_what_is_there_and_something_follows_them(self, write):
        write(2)
        assert self.many(5) == 5
        write()
        assert list(Event.objects.order_by("seq").values_list("seq", flat=True)) == list(
            range(1, 9)
        )
        assert verify().is_whole

    def test_one_of_them_is_what_record_would_have_written(self, write, monkeypatch):
        moment = now()
        monkeypatch.setattr(trail, "real_now", lambda: moment)
        self.many(1, day=date(2026, 11, 20))
        made = Event.objects.get()
        subject = type("Thing", (), {"_meta": Read._meta, "pk": 0})()
        expected = trail._event(
            SYSTEM,
            "thing.done",
            "audit.read",
            subject.pk,
            "/1/",
            {"row": 0, "day": date(2026, 11, 20)},
            moment,
        )
        trail._chain(expected, 0, trail.GENESIS)
        names = [f.attname for f in Event._meta.concrete_fields if f.attname != "id"]
        assert [getattr(made, n) for n in names] == [getattr(expected, n) for n in names]

    def test_a_change_of_one_is_found(self, write, without_triggers):
        self.many(2_500)
        Event.objects.filter(seq=1_700).update(unit_path="/2/")
        assert verify().bad_seq == 1_700

    def test_more_than_one_chunk_costs_a_constant_number_of_queries_a_chunk(
        self, write, django_assert_num_queries
    ):
        with django_assert_num_queries(2 if connection.vendor == "sqlite" else 3):
            self.many(900)

    def test_none_is_none(self, write):
        assert self.many(0) == 0 and verify().count == 0

    def test_it_needs_the_transaction_of_its_change(self, write, monkeypatch):
        monkeypatch.setattr(trail, "connection", SimpleNamespace(in_atomic_block=False))
        with pytest.raises(transaction.TransactionManagementError):
            self.many(1)


class TestVerifying:
    def test_an_untouched_chain_is_whole(self, write):
        write(5)
        verdict = verify()
        assert (verdict.is_whole, verdict.count, verdict.head.seq) == (True, 5, 5)

    def test_an_empty_one_too(self, db):
        assert verify().is_whole and verify().head is None

    @pytest.mark.parametrize(
        "change",
        [
            {"facts": {"a": 2}},
            {"actor_name": "Ai đó"},
            {"name": "other"},
            {"unit_path": "/2/"},
            {"subject_id": "9"},
            {"mac": "0" * 64},
            {"at": now()},
            {"key_id": "k9"},
        ],
        ids=lambda change: next(iter(change)),
    )
    def test_any_change_is_found_at_its_row(self, write, without_triggers, change):
        write(5)
        Event.objects.filter(seq=3).update(**change)
        assert verify().bad_seq == 3

    def test_a_row_taken_out_is_found(self, write, without_triggers):
        write(5)
        Event.objects.filter(seq=3).delete()
        assert (verify().bad_seq, verify().count) == (3, 2)

    def test_rows_that_change_places_are_found(self, write, without_triggers):
        write(5)
        Event.objects.filter(seq=3).update(seq=99)
        Event.objects.filter(seq=4).update(seq=3)
        Event.objects.filter(seq=99).update(seq=4)
        assert verify().bad_seq == 3

    def test_the_end_cut_off_shows_only_against_an_exported_head(self, write, without_triggers):
        write(5)
        heads.export(date(2026, 11, 20))
        Event.objects.filter(seq__gt=3).delete()
        assert verify().is_whole
        verdict = verify(heads.exported())
        assert (verdict.bad_seq, "2026-11-20" in verdict.reason) == (4, True)

    def test_a_chain_written_anew_with_the_keys_shows_against_an_exported_head(
        self, write, without_triggers
    ):
        write(3)
        heads.export(date(2026, 11, 20))
        Event.objects.all().delete()
        write(3, other=1)
        assert verify().is_whole
        assert verify(heads.exported()).bad_seq == 3

    def test_it_stays_whole_when_the_keys_are_rotated(self, write, monkeypatch, tmp_path):
        write(2)
        keys.ring().rotated().write(tmp_path / "keyring.json")
        monkeypatch.setenv("THENCHOT_KEYS", str(tmp_path / "keyring.json"))
        keys.ring.cache_clear()
        write(2)
        try:
            assert set(Event.objects.values_list("key_id", flat=True)) == {"k1", "k2"}
            assert verify().is_whole
        finally:
            keys.ring.cache_clear()


class TestAppendOnly:
    @pytest.mark.postgres
    @pytest.mark.parametrize(
        "sql", ["UPDATE audit_event SET name = 'x'", "DELETE FROM audit_event"]
    )
    def test_the_database_refuses(self, write, sql):
        triggers.install()
        write()
        with (
            pytest.raises(DatabaseError, match="append-only"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(sql)
        assert Event.objects.count() == 1

    @pytest.mark.postgres
    def test_the_triggers_can_be_taken_out_and_put_back_by_a_migration(self, write):
        triggers.remove()
        triggers.install()
        triggers.install()
        write()
        with pytest.raises(DatabaseError), transaction.atomic():
            Event.objects.update(name="x")

    @pytest.mark.postgres
    @pytest.mark.parametrize("sql", ["UPDATE audit_read SET page = 'x'", "DELETE FROM audit_read"])
    def test_a_recorded_look_stays_too(self, db, sql):
        triggers.install()
        looked(1)
        with (
            pytest.raises(DatabaseError, match="append-only"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(sql)
        assert Read.objects.count() == 1


def looked(count):
    Read.objects.bulk_create(
        Read(at=now(), subject_type="people.person", subject_id=str(n), page="person_detail")
        for n in range(count)
    )


def _without_guards():
    """Whoever may drop the guards, and leaves what counts."""
    for name in triggers.names(connection.vendor):
        table, _, ending = name.rpartition("_no_")
        if table:
            on = f" ON {table}" if connection.vendor == "postgresql" else ""
            with connection.cursor() as cursor:
                cursor.execute(f"DROP TRIGGER {table}_no_{ending}{on}")


def told():
    return " | ".join(examine().wrong)


@pytest.mark.postgres
class TestWhatIsGone:
    """What the database itself counted, on both."""

    @pytest.fixture(autouse=True)
    def _counted(self, db):
        """As after a first start, whatever the tests before wrote and took back."""
        triggers.remove()
        if connection.vendor == "sqlite":
            with connection.cursor() as cursor:
                cursor.execute("DELETE FROM sqlite_sequence WHERE name LIKE 'audit%'")
        triggers.install()

    def test_each_dropped_trigger_is_named(self, db):
        assert triggers.missing() == []
        for name in triggers.names(connection.vendor):
            table = name.rpartition("_no_")[0] or name.removesuffix("_counted")
            on = f" ON {table}" if connection.vendor == "postgresql" else ""
            with connection.cursor() as cursor:
                cursor.execute(f"DROP TRIGGER {name}{on}")
            assert triggers.missing() == [name] and name in told()
            triggers.install()

    def test_the_newest_events_without_a_head(self, write):
        write(5)
        assert told() == ""
        _without_guards()
        Event.objects.filter(seq__gt=3).delete()
        assert verify().is_whole and "2 sự kiện đã ghi nay không còn" in told()

    def test_an_emptied_trail(self, write, account):
        write(3)
        _without_guards()
        Event.objects.all().delete()
        assert "3 sự kiện đã ghi nay không còn" in told()
        account("staff", "/1/")
        with pytest.raises(CommandError, match="nay không còn"):
            call_command("audit", "verify")

    def test_an_empty_one_of_a_system_with_accounts(self, db, account):
        assert told() == ""
        account("staff", "/1/")
        assert "nhật ký trống" in told()

    def test_looks_not_sealed_yet(self, db):
        looked(5)
        _without_guards()
        Read.objects.filter(subject_id="4").delete()
        assert "1 lượt xem dữ liệu đã bị xóa" in told()

    def test_looks_that_were_sealed(self, db):
        looked(5)
        assert (looks.seal(), looks.seal()) == (5, 0)
        looked(2)
        assert looks.seal() == 2 and told() == ""
        _without_guards()
        Read.objects.filter(subject_id="4").update(page="desk")
        assert "đã bị sửa ngoài hệ thống" in told()

    def test_nothing_is_lost_by_a_rollback(self, write):
        write(2)
        with pytest.raises(RuntimeError), transaction.atomic():
            write(3)
            raise RuntimeError
        write(1)
        assert triggers.lost("audit_event") == 0 and told() == ""


@pytest.mark.postgres
class TestMarks:
    """Rows that count, held against what the events left of them."""

    @pytest.fixture
    def grant(self, account):
        with transaction.atomic():
            return give(
                SYSTEM, account=account(), role="staff", path="/1/", starts_on=date(2026, 1, 1)
            )

    def complaints(self):
        return [words for words in verify().remembered.complaints() if "vai trò" in words]

    def test_a_row_as_its_event_left_it(self, grant):
        assert self.complaints() == []

    @pytest.mark.parametrize(
        "change",
        [
            {"role": "leader"},
            {"path": "/"},
            {"starts_on": date(2020, 1, 1)},
            {"ends_on": date(2027, 1, 1)},
            {"revoked_at": now()},
        ],
        ids=lambda change: next(iter(change)),
    )
    def test_a_changed_field(self, grant, change):
        Grant.objects.filter(pk=grant.pk).update(**change)
        assert "bị sửa ngoài hệ thống" in self.complaints()[0]

    def test_a_row_that_no_event_made(self, account):
        account("staff", "/1/")
        assert "không do sự kiện nào" in self.complaints()[0]

    def test_a_row_that_is_gone(self, grant):
        Grant.objects.filter(pk=grant.pk).delete()
        assert "bị xóa ngoài hệ thống" in self.complaints()[0]

    def test_an_event_that_changes_nothing_does_not_make_it_right(self, grant):
        Grant.objects.filter(pk=grant.pk).update(role="leader")
        trail.record(SYSTEM, "thing_done", subject=grant)
        assert len(self.complaints()) == 1

    def test_a_rotation_of_the_keys_changes_nothing(self, grant, monkeypatch, tmp_path):
        keys.ring().rotated().write(tmp_path / "keyring.json")
        monkeypatch.setenv("THENCHOT_KEYS", str(tmp_path / "keyring.json"))
        keys.ring.cache_clear()
        try:
            assert self.complaints() == []
        finally:
            keys.ring.cache_clear()


class TestHeadFile:
    def test_lines_that_are_no_heads_are_told_and_the_others_count(self, write):
        write(5)
        heads.export(date(2026, 11, 20))
        with heads.head_file().open("ab") as file:
            file.write("2026-11-21 nhiều mã\n20 3\n\n".encode() + b"\xff\xfe\n" + b"9" * 5000)
        found = heads.read()
        assert ([head.seq for head in found.heads], found.unread) == ([5], (2, 3, 5, 6))
        with pytest.raises(CommandError, match="dòng 2 của tệp mốc không đọc được"):
            call_command("audit", "verify")

    def test_old_and_missing_heads_are_warned_of(self, write):
        write()
        assert "chưa có mốc nào" in examine().missing[0]
        heads.export(date(2026, 1, 2))
        assert "đã cũ (02/01/2026)" in examine().missing[0]
        heads.export(real_now())
        assert examine().missing == ()


@pytest.fixture
def counted_from_here(db):
    """The database counts what was ever written, by tests that really committed too."""
    counts, place = {
        "sqlite": ("sqlite_sequence", "seq"),
        "postgresql": (triggers.TALLY, "written"),
    }[connection.vendor]
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE {counts} SET {place} = 0 WHERE name LIKE 'audit_%%'")


@pytest.mark.usefixtures("counted_from_here")
class TestCommand:
    def test_a_whole_chain_tells_its_head(self, write, capsys):
        event = write(2)[-1]
        call_command("audit", "verify")
        assert event.mac in capsys.readouterr().out

    def test_a_broken_one_names_the_row(self, write, without_triggers):
        write(3)
        Event.objects.filter(seq=2).update(name="x")
        with pytest.raises(CommandError, match="số 2"):
            call_command("audit", "verify")

    def test_the_head_lies_outside_the_data(self, write):
        write()
        call_command("audit", "export-head")
        call_command("audit", "export-head")
        assert [head.seq for head in heads.exported()] == [1, 1]
        assert not heads.head_file().is_relative_to(keys.home())


class TestPages:
    @pytest.mark.parametrize(
        ("role", "status"), [("admin", 200), ("inspector", 200), ("officer", 403), ("staff", 403)]
    )
    @pytest.mark.parametrize("url", ["/audit/", "/audit/reads/"])
    def test_who_may_read_it(self, signed_in, role, status, url):
        assert signed_in(role, "/1/").get(url).status_code == status

    def test_only_the_own_branch_is_shown(self, signed_in, write):
        write(where="ở đây")
        trail.record(SYSTEM, "thing.done", subject=thing(1), unit_path="/2/", where="nơi khác")
        trail.record(SYSTEM, "thing.done", subject=thing(1), where="toàn hệ thống")
        page = signed_in("inspector", "/1/").get("/audit/").content.decode()
        assert ("ở đây" in page, "nơi khác" in page, "toàn hệ thống" in page) == (
            True,
            False,
            False,
        )

    @pytest.mark.parametrize(
        ("query", "shown"),
        [
            ("account=Hệ", True),
            ("account=Ai", False),
            ("subject=tests.thing:0", True),
            ("subject=tests.thing:7", False),
            ("subject=phiếu mở tài khoản số 7", False),
            ("name=thing", True),
            ("first=2020-01-01", True),
            ("last=2020-01-01", False),
            ("first=khong", True),
        ],
    )
    def test_it_is_filtered(self, signed_in, write, query, shown):
        write(where="ở đây")
        assert (
            "ở đây" in signed_in("admin", "/1/").get(f"/audit/?{query}").content.decode()
        ) is shown

    def test_the_page_costs_the_same_for_one_and_for_many(
        self, signed_in, write, django_assert_num_queries
    ):
        browser = signed_in("inspector", "/1/")
        write()
        browser.get("/audit/")
        with django_assert_num_queries(7):
            browser.get("/audit/")
        write(60)
        with django_assert_num_queries(7):
            browser.get("/audit/")

    def test_things_are_told_by_words_and_number(self, signed_in):
        slip = SimpleNamespace(pk=5, _meta=SimpleNamespace(label_lower="admission.slip"))
        with transaction.atomic():
            trail.record(SYSTEM, "thing.done", subject=slip, unit_path="/1/", where="ở đây")
        browser = signed_in("admin", "/1/")
        for query in ("", "?subject=admission.slip:5", "?subject=phieu mo tai khoan so 5"):
            page = browser.get(f"/audit/{query}").content.decode()
            assert ">phiếu mở tài khoản số 5</a>" in page and "ở đây" in page
            assert "admission.slip" not in re.sub(r'href="[^"]*"|/audit/[^"]*', "", page)
        asked = browser.get("/audit/?subject=admission.slip:5").content.decode()
        assert 'value="phiếu mở tài khoản số 5"' in asked

    def test_reads_are_shown_by_whom_and_what(self, signed_in, account):
        reader = account("head", "/1/4/", name="Trần Thị Bình")
        Read.objects.create(
            at=now(), account=reader, subject_type="people.person", subject_id="12", page="person"
        )
        assert (
            "Trần Thị Bình" in signed_in("inspector", "/1/").get("/audit/reads/").content.decode()
        )
        assert (
            "Trần Thị Bình"
            not in signed_in("inspector", "/2/").get("/audit/reads/").content.decode()
        )
