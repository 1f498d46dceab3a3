"""`thenchot init`, `invite`, `doctor`."""

import contextlib
import re

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from thenchot.organisation.models import Term, Unit
from thenchot.platform import doctor
from thenchot.platform.accounts.models import Account
from thenchot.platform.admission import services
from thenchot.platform.audit.verifying import verify
from thenchot.platform.scope.actor import actor_for

PASSWORD = "mùa thu Bạch Hải 45"
ANSWERS = {
    "province": "Tỉnh Sơn Giang",
    "commune": "Xã Phú Lộc",
    "name": "Trần Thị Quản",
    "username": "quantri",
}


def init(monkeypatch, password=PASSWORD, **changed):
    monkeypatch.setenv("THENCHOT_ADMIN_PASSWORD", password)
    call_command("init", no_input=True, **{**ANSWERS, **changed})


class TestInit:
    def test_it_makes_units_administrator_and_term(self, db, monkeypatch):
        init(monkeypatch, term="2025-2030:2025-07-01:2030-06-30")
        assert list(Unit.objects.values_list("name", "kind")) == [
            ("Tỉnh Sơn Giang", "province"),
            ("Xã Phú Lộc", "commune"),
        ]
        chief = actor_for(Account.objects.get(username="quantri"))
        assert chief.paths == (Unit.objects.get(kind="commune").path,)
        assert chief.has("accounts.administer") and Term.objects.get().name == "2025-2030"
        assert verify().is_whole

    def test_for_a_province_alone(self, db, monkeypatch):
        init(monkeypatch, commune="")
        assert Unit.objects.count() == 1

    @pytest.mark.parametrize("password", ["", "admin", "1234567890"])
    def test_never_without_a_good_password_and_then_nothing_is_made(
        self, db, monkeypatch, password
    ):
        with pytest.raises(CommandError):
            init(monkeypatch, password)
        assert not Unit.objects.exists() and not Account.objects.exists()

    @pytest.mark.parametrize("missing", ["province", "name", "username"])
    def test_what_is_missing_is_named(self, db, monkeypatch, missing):
        with pytest.raises(CommandError, match=f"--{missing}"):
            init(monkeypatch, **{missing: ""})

    def test_only_once(self, db, monkeypatch):
        init(monkeypatch)
        with pytest.raises(CommandError, match="đã được khởi tạo"):
            init(monkeypatch)

    def test_a_term_that_cannot_be_read_makes_nothing(self, db, monkeypatch):
        with pytest.raises(CommandError):
            init(monkeypatch, term="2025-2030")
        assert not Account.objects.exists()


class TestInvite:
    def test_it_prints_codes_that_open(self, db, capsys):
        call_command("invite", "Nguyễn Văn An", role="staff", path="/1/")
        _name, username, code, _until = capsys.readouterr().out.strip().split("\t")
        assert (
            services.use_slip(username=username, code=code, password=PASSWORD).name
            == "Nguyễn Văn An"
        )

    def test_a_reset_for_who_is_locked_out(self, account, capsys):
        person = account("admin", "/1/")
        call_command("invite", reset=person.username)
        assert re.search(r"\w{4}-\w{4}-\w{4}", capsys.readouterr().out)

    @pytest.mark.parametrize("arguments", [{"reset": "nobody"}, {"role": "staff"}])
    def test_a_mistake_is_told(self, db, arguments):
        with pytest.raises(CommandError):
            call_command("invite", **arguments)


class TestDoctor:
    def test_every_check_answers_and_none_breaks(self, db, capsys):
        with contextlib.suppress(CommandError):
            call_command("doctor")
        told = capsys.readouterr().out
        assert "không kiểm tra được" not in told
        for label in (
            "Nhật ký",
            "Tệp khóa",
            "Sao lưu",
            "Cấu trúc dữ liệu",
            "Việc nền",
            "Tệp đính kèm",
            "Lịch làm việc",
            "Ngày của hệ thống",
        ):
            assert label in told

    def test_something_broken_ends_with_an_error(self, monkeypatch, db):
        monkeypatch.setattr(doctor, "_checks", {"x": ("Thử", lambda: [doctor.fail("hỏng")])})
        monkeypatch.setattr(
            "thenchot.platform.jobs.apps.JobsConfig.discover", staticmethod(lambda: None)
        )
        with pytest.raises(CommandError, match="1 chỗ"):
            call_command("doctor")

    def test_a_check_that_breaks_is_a_failure_and_stops_no_other(self, monkeypatch):
        def broken():
            raise OSError("không mở được")

        checks = {"a": ("A", broken), "b": ("B", lambda: [doctor.ok("tốt")])}
        monkeypatch.setattr(doctor, "_checks", checks)
        assert [finding.mark for _label, finding in doctor.examine()] == [
            doctor.Mark.FAIL,
            doctor.Mark.OK,
        ]
