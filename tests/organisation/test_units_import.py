"""A list of units from Excel."""

import pytest
from tests.registers import asked_by

from thenchot.kernel.decision import Refused
from thenchot.organisation.exports import template
from thenchot.organisation.imports import import_units
from thenchot.organisation.models import Unit
from thenchot.organisation.registers import UnitRegister
from thenchot.platform.office.excel.worksheets import Column, write_sheet
from thenchot.platform.registers.files import written

HEADERS = ("Tên đơn vị", "Trực thuộc", "Loại", "Khối", "Từ ngày")


def sheet(*rows, headers=HEADERS):
    return write_sheet([Column(title) for title in headers], rows)


def take(world, content, *, dry_run=False, actor=None):
    return import_units(
        actor or world.actor("officer"), content, home_id=world.ward.pk, dry_run=dry_run
    )


def test_parents_may_come_after_their_children(world):
    report = take(world, sheet(["Tổ 2", "Tổ dân phố số 5"], ["Tổ dân phố số 5", ""]))
    child = Unit.objects.get(name="Tổ 2")
    assert report.is_done or report.problems
    assert child.parent.name == "Tổ dân phố số 5"


def test_under_a_unit_that_is_there(world):
    take(
        world,
        sheet(
            ["Bộ phận Một cửa", "Ủy ban nhân dân phường", "Phòng, ban", "Chính quyền", "01/09/2025"]
        ),
    )
    unit = Unit.objects.get(name="Bộ phận Một cửa")
    assert unit.parent == world.units["ubnd"]
    assert f"{unit.valid_from:%d/%m/%Y}" == "01/09/2025"


@pytest.mark.parametrize(
    ("name", "kind", "bloc"),
    [
        ("Trung tâm Phục vụ hành chính công", "service", "service"),
        ("Trung tâm Chính trị phường", "service", "party"),
        ("Phòng Kinh tế, Hạ tầng và Đô thị", "division", "government"),
        ("Ban Chấp hành Đảng bộ phường", "committee", "party"),
        ("Hội Nông dân phường", "mass", "front"),
        ("Chi bộ Tổ dân phố số 7", "cell", "party"),
        ("Tổ dân phố số 7", "residential", "residential"),
        ("Công an phường", "agency", "government"),
    ],
)
def test_kind_and_bloc_are_guessed_from_the_name_and_told(world, name, kind, bloc):
    report = take(world, sheet([name]))
    unit = Unit.objects.get(name=name)
    assert (unit.kind, unit.bloc) == (kind, bloc)
    assert {g.column for g in report.guesses} == {"Loại", "Khối", "Từ ngày"}


@pytest.mark.parametrize(
    ("row", "column", "word"),
    [
        ([""], None, None),
        (["Đội A", "Không có"], "Trực thuộc", "Không có đơn vị này"),
        (["Đội A", "", "lạ"], "Loại", "danh mục"),
        (["Đội A", "", "", "", "32/13/2025"], "Từ ngày", "Không có ngày"),
        (
            ["Phường mới", "Ủy ban nhân dân phường", "Xã, phường, đặc khu"],
            "Loại",
            "tỉnh, thành phố",
        ),
    ],
)
def test_problems_name_row_column_and_reason(world, row, column, word):
    report = take(world, sheet(["Trạm Y tế"], row))
    if column is None:
        assert report.is_done
        return
    assert [(p.row, p.column) for p in report.problems] == [(3, column)]
    assert word in report.problems[0].reason_vi
    assert not Unit.objects.filter(name="Trạm Y tế").exists()


def test_units_that_contain_each_other_are_refused(world):
    report = take(world, sheet(["Tổ A", "Tổ B"], ["Tổ B", "Tổ A"]))
    assert "vòng quanh" in report.problems[0].reason_vi


def test_the_same_unit_twice_in_the_file(world):
    assert (
        "Trùng với dòng 2" in take(world, sheet(["Trạm Y tế"], ["TRẠM Y TẾ"])).problems[0].reason_vi
    )


def test_a_second_import_doubles_nothing(world):
    take(world, sheet(["Trạm Y tế"]))
    report = take(world, sheet(["Trạm Y tế"]))
    assert (report.created, report.unchanged) == (0, 1)


def test_the_export_comes_back_unchanged(world):
    take(world, sheet(["Tổ 2", "Tổ dân phố số 5"], ["Tổ dân phố số 5", ""]))
    before = list(Unit.objects.values())
    report = take(world, written(asked_by(UnitRegister, world.actor("officer")), "xlsx"))
    assert report.is_done
    assert (report.created, report.updated) == (0, 0)
    assert list(Unit.objects.values()) == before


def test_an_id_renames_and_moves(world):
    unit = world.units["phòng văn hóa"]
    report = take(
        world,
        sheet(
            [unit.pk, "Phòng Nội vụ", world.units["mặt trận"].name],
            headers=["Mã hệ thống", "Tên đơn vị", "Trực thuộc"],
        ),
    )
    unit.refresh_from_db()
    assert report.updated == 1
    assert (unit.name, unit.parent) == ("Phòng Nội vụ", world.units["mặt trận"])


def test_the_template_is_a_readable_workbook(world):
    assert "Không có dòng nào" in take(world, template()).problems[0].reason_vi


def test_staff_may_not(world):
    with pytest.raises(Refused):
        take(world, sheet(["Trạm Y tế"]), actor=world.actor("staff", world.ward))
