"""The first start of a real system, rehearsed: `thenchot init` with a tree in the product's own
columns.
"""

import io
from datetime import date

import openpyxl
import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.test import Client
from django.urls import reverse
from tests.registers import asked_by

from thenchot.organisation import columns
from thenchot.organisation.exports import template
from thenchot.organisation.imports import import_units
from thenchot.organisation.models import Term, Unit
from thenchot.organisation.registers import UnitRegister
from thenchot.platform.accounts.models import Account
from thenchot.platform.audit.models import Event
from thenchot.platform.audit.verifying import verify
from thenchot.platform.office.excel.worksheets import write_sheet
from thenchot.platform.registers.files import written
from thenchot.platform.scope.actor import SYSTEM, actor_for
from thenchot.platform.scope.models import Grant

pytestmark = pytest.mark.django_db
PASSWORD = "mưa đầu hạ trên sông 62"
TERM = "2025 - 2030:2025-07-01:2030-06-30"
ANSWERS = {
    "province": "Tỉnh Sơn Giang",
    "commune": "Phường Bạch Hải",
    "name": "Trần Thị Quản",
    "username": "quantri",
}
TREE = (  # children before their parents too, as an office would write it
    {
        "name": "Phòng Văn hóa – Xã hội",
        "parent": "Ủy ban nhân dân phường",
        "kind": "Phòng, ban",
        "bloc": "Chính quyền",
    },
    {
        "name": "Ủy ban nhân dân phường",
        "short_name": "UBND",
        "kind": "Cơ quan",
        "bloc": "Chính quyền",
        "position": 2,
    },
    {"name": "Đảng ủy phường", "kind": "Cơ quan", "bloc": "Đảng", "position": 1},
    {"name": "Ban Xây dựng Đảng", "parent": "Đảng ủy phường", "kind": "Phòng, ban", "bloc": "Đảng"},
    {"name": "Ủy ban Mặt trận Tổ quốc phường", "kind": "Mặt trận, đoàn thể"},
    {"name": "Tổ dân phố số 1", "valid_from": date(2025, 9, 1)},
)
PATHS = {
    "Tỉnh Sơn Giang": (),
    "Phường Bạch Hải": ("Tỉnh Sơn Giang",),
    "Ủy ban nhân dân phường": ("Tỉnh Sơn Giang", "Phường Bạch Hải"),
    "Phòng Văn hóa – Xã hội": ("Tỉnh Sơn Giang", "Phường Bạch Hải", "Ủy ban nhân dân phường"),
    "Ban Xây dựng Đảng": ("Tỉnh Sơn Giang", "Phường Bạch Hải", "Đảng ủy phường"),
}


def units_of(account):
    return written(asked_by(UnitRegister, actor_for(account)), "xlsx")


@pytest.fixture
def excel(tmp_path):
    """excel(rows) -> path of a file with the columns of the template."""

    def write(rows=TREE):
        path = tmp_path / "don-vi.xlsx"
        path.write_bytes(write_sheet(columns.READ, rows, name="Đơn vị", notes=columns.NOTES))
        return path

    return write


@pytest.fixture
def init(monkeypatch):
    def run(password=PASSWORD, **changed):
        monkeypatch.setenv("THENCHOT_ADMIN_PASSWORD", password)
        told = io.StringIO()
        call_command("init", no_input=True, stdout=told, **{**ANSWERS, "term": TERM, **changed})
        return told.getvalue()

    return run


def is_empty():
    return not any(model.objects.exists() for model in (Unit, Account, Grant, Term, Event))


class TestWhole:
    def test_the_administrator_signs_in_and_sees_the_tree(self, init, excel):
        init(units=excel())
        client = Client()
        answer = client.post(reverse("account_login"), {"login": "quantri", "password": PASSWORD})
        assert (answer.status_code, answer.url) == (302, reverse("welcome"))
        assert client.get("/").status_code == 200
        page = client.get(reverse("unit_list")).content.decode()
        assert [row["name"] for row in TREE if row["name"] not in page] == []
        assert client.get(reverse("account_admin")).status_code == 200

    def test_the_tree_has_its_paths(self, init, excel):
        init(units=excel())
        units = {unit.name: unit for unit in Unit.objects.all()}
        assert len(units) == len(TREE) + 2
        for name, above in PATHS.items():
            ids = [units[one].pk for one in (*above, name)]
            assert units[name].path == "/" + "".join(f"{pk}/" for pk in ids)

    def test_what_the_sheet_says_and_what_it_leaves_open(self, init, excel):
        told = init(units=excel())
        units = {unit.name: unit for unit in Unit.objects.all()}
        assert units["Ủy ban nhân dân phường"].short_name == "UBND"
        assert units["Tổ dân phố số 1"].valid_from == date(2025, 9, 1)
        assert units["Tổ dân phố số 1"].kind == "residential"
        assert "hiểu là “Thôn, tổ dân phố”" in told
        assert "6 đơn vị mới" in told

    def test_administrator_over_the_ward_and_the_term_of_the_ward(self, init, excel):
        init(units=excel())
        ward, term = Unit.objects.get(kind="commune"), Term.objects.get()
        chief = actor_for(Account.objects.get())
        assert (chief.paths, [g.role for g in chief.grants]) == ((ward.path,), ["admin"])
        assert (term.name, term.starts_on, term.ends_on) == (
            "2025 - 2030",
            date(2025, 7, 1),
            date(2030, 6, 30),
        )

    def test_every_step_is_in_the_trail(self, init, excel):
        init(units=excel())
        names = list(Event.objects.order_by("seq").values_list("name", flat=True))
        assert names.count("unit_created") == len(TREE) + 2
        assert {"account_opened", "grant_added", "units_imported", "term_opened"} <= set(names)
        assert verify().is_whole

    def test_nothing_is_doubled_when_run_again(self, init, excel):
        init(units=excel())
        before = [model.objects.count() for model in (Unit, Account, Grant, Term, Event)]
        with pytest.raises(CommandError, match="đã được khởi tạo"):
            init(units=excel())
        assert [model.objects.count() for model in (Unit, Account, Grant, Term, Event)] == before

    def test_the_export_of_the_new_system_goes_back_in_unchanged(self, init, excel):
        init(units=excel())
        ward = Unit.objects.get(kind="commune")
        report = import_units(
            SYSTEM, units_of(Account.objects.get()), home_id=ward.pk, dry_run=False
        )
        assert (report.problems, report.created, report.updated) == ([], 0, 0)

    def test_the_template_itself_filled_in_by_hand(self, init, tmp_path):
        book = openpyxl.load_workbook(io.BytesIO(template()))
        assessment = book.worksheets[0]
        row = next(
            r for r in assessment.iter_rows() if any(cell.value == "Tên đơn vị" for cell in r)
        )
        place = next(cell for cell in row if cell.value == "Tên đơn vị")
        assessment.cell(place.row + 1, place.column, "Hội Nông dân phường")
        path = tmp_path / "mau.xlsx"
        book.save(path)
        init(units=path)
        assert Unit.objects.get(name="Hội Nông dân phường").parent.name == "Phường Bạch Hải"


class TestAllOrNothing:
    @pytest.mark.parametrize(
        ("row", "why"),
        [
            ({"name": "Ban lạ", "parent": "Cơ quan không có"}, "Không có đơn vị này"),
            ({"name": "Ban lạ", "kind": "Loại không có"}, "không có trong danh mục"),
            ({"name": "Ban lạ", "valid_from": "31/02/2026"}, "Không có ngày"),
            ({"name": "Ban Xây dựng Đảng", "parent": "Đảng ủy phường"}, "Trùng với dòng"),
            ({"name": "Xã khác", "kind": "Xã, phường, đặc khu"}, "chỉ đặt trực tiếp dưới tỉnh"),
            ({"name": "Ban lạ", "id": 4711}, "Không có đơn vị mang mã hệ thống"),
        ],
    )
    def test_one_bad_row_leaves_nothing(self, init, excel, row, why):
        with pytest.raises(CommandError, match=why) as told:
            init(units=excel((*TREE, row)))
        assert "Dòng" in str(told.value)
        assert is_empty()

    @pytest.mark.parametrize("content", [b"", b"not a workbook", b"PK\x03\x04broken"])
    def test_no_workbook_leaves_nothing(self, init, tmp_path, content):
        path = tmp_path / "hong.xlsx"
        path.write_bytes(content)
        with pytest.raises(CommandError, match="Chưa ghi gì"):
            init(units=path)
        assert is_empty()

    def test_an_empty_template_leaves_nothing(self, init, excel):
        with pytest.raises(CommandError, match="Không có dòng nào"):
            init(units=excel(()))
        assert is_empty()

    def test_a_missing_file_is_told_before_anything(self, init, tmp_path):
        with pytest.raises(CommandError, match="Không thấy tệp"):
            init(units=tmp_path / "không-có.xlsx")
        assert is_empty()

    @pytest.mark.parametrize(
        "term", ["2025-2030", "2025:1/7/2025:30/6/2030", "2025:2030-06-30:2025-07-01"]
    )
    def test_a_bad_term_leaves_nothing_not_even_the_tree(self, init, excel, term):
        with pytest.raises(CommandError, match=r"[Nn]hiệm kỳ"):
            init(units=excel(), term=term)
        assert is_empty()

    def test_after_a_failure_it_runs(self, init, excel):
        with pytest.raises(CommandError):
            init(units=excel((*TREE, {"name": "Ban lạ", "parent": "Cơ quan không có"})))
        init(units=excel())
        assert Unit.objects.count() == len(TREE) + 2


class TestPasswords:
    @pytest.mark.parametrize(
        "password", ["", " ", "admin", "password123", "1234567890", "quantri2026", "Thenchot@123"]
    )
    def test_no_default_and_no_weak_one(self, init, excel, password):
        if (
            password == "Thenchot@123"
        ):  # long enough and not common: only that nobody sets it by himself
            init(password, units=excel())
            assert Account.objects.get().check_password(password)
            return
        with pytest.raises(CommandError):
            init(password, units=excel())
        assert is_empty()

    def test_the_product_has_no_password_of_its_own(self, init, excel):
        init(units=excel())
        for guess in (
            "",
            "admin",
            "quantri",
            "Trần Thị Quản",
            "thenchot",
            "thenchot123",
            "123456",
            "changeme",
        ):
            assert not Account.objects.get().check_password(guess)
        assert Account.objects.count() == 1
