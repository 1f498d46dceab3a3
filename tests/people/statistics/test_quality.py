"""Form BM02: whom each column counts, and lines that add up."""

import io
from datetime import date

import openpyxl
import pytest
from tests.worlds import build_world

from thenchot.organisation.models import Quota
from thenchot.people import services
from thenchot.people.filing import changing
from thenchot.people.statistics.columns import COLUMNS, Facts
from thenchot.people.statistics.quality import FIRST, lines, quality_sheet
from thenchot.platform.scope.actor import SYSTEM

ON = date(2026, 11, 25)
TITLES = [(c.heading.group, c.heading.title) for c in COLUMNS]


def counted(**facts):
    return {
        title
        for title, column in zip(TITLES, COLUMNS, strict=True)
        if column.counts(Facts(**facts))
    }


@pytest.fixture
def world(db):
    return build_world()


@pytest.mark.parametrize(
    ("facts", "columns"),
    [
        ({}, set()),
        ({"in_party": True, "sex": "f"}, {("Trong đó", "Đảng viên"), ("Trong đó", "Phụ nữ")}),
        ({"ethnicity": "01", "religion": "none"}, set()),
        (
            {"ethnicity": "02", "religion": "buddhist"},
            {("Trong đó", "Dân tộc ít người"), ("Trong đó", "Tôn giáo")},
        ),
        ({"rank_group": "senior"}, {("Chia theo ngạch", "Chuyên viên chính và tương đương")}),
        (
            {
                "levels": {
                    "degree": "master",
                    "theory": "high",
                    "state_management": "officer",
                    "it": "basic",
                }
            },
            {
                ("Trình độ chuyên môn", "Thạc sĩ"),
                ("Trình độ chính trị", "Cao cấp"),
                ("Quản lý nhà nước", "Chuyên viên và tương đương"),
                ("Tin học", "Chứng chỉ"),
            },
        ),
        ({"levels": {"it": "intermediate"}}, {("Tin học", "Trung cấp trở lên")}),
        (
            {"languages": frozenset({("en", "level3"), ("en", "university")})},
            {("Tiếng Anh", "Đại học trở lên")},
        ),
        (
            {"languages": frozenset({("fr", "level2"), ("minority", "certificate")})},
            {("Ngoại ngữ khác", "Chứng chỉ"), ("", "Chứng chỉ tiếng dân tộc")},
        ),
        ({"age": 30}, {("Chia theo độ tuổi", "Từ 30 trở xuống")}),
        ({"age": 31}, {("Chia theo độ tuổi", "Từ 31 đến 40")}),
        (
            {"age": 55, "sex": "f"},
            {
                ("Trong đó", "Phụ nữ"),
                ("Chia theo độ tuổi", "Từ 51 đến 60"),
                ("Chia theo độ tuổi", "Trong đó nữ từ 51 đến 55"),
            },
        ),
        (
            {"age": 56, "sex": "m"},
            {
                ("Chia theo độ tuổi", "Từ 51 đến 60"),
                ("Chia theo độ tuổi", "Trong đó nam từ 56 đến 60"),
            },
        ),
        (
            {"age": 58, "sex": "f", "is_past": True},
            {("Trong đó", "Phụ nữ"), ("Chia theo độ tuổi", "Trên tuổi nghỉ hưu")},
        ),
    ],
)
def test_whom_a_column_counts(facts, columns):
    assert counted(**facts) == columns


def test_the_form_has_its_columns():
    assert len(COLUMNS) == len(set(TITLES)) == 36


def test_lines_add_up_to_the_sum(world):
    Quota.objects.create(unit=world.ward, year=2026, bloc="party", number=20, basis="QĐ")
    Quota.objects.create(unit=world.ward, year=2026, bloc="government", number=94, basis="QĐ")
    who = world.people["ubnd"]
    changing.change_items(
        SYSTEM, person_id=who.pk, ethnicity="02", party_joined_on=date(2010, 1, 1)
    )
    services.correct_person(SYSTEM, person_id=who.pk, sex="f", born_on=date(1980, 1, 1))
    for level in ("bachelor", "master"):
        changing.add_row(SYSTEM, person_id=who.pk, section="degree", level=level)
    changing.add_row(SYSTEM, person_id=who.pk, section="degree", level="doctor", is_studying=True)
    changing.add_row(
        SYSTEM, person_id=who.pk, section="salary", rank="01.003", valid_from=date(2015, 1, 1)
    )
    changing.add_row(
        SYSTEM, person_id=who.pk, section="salary", rank="01.002", valid_from=date(2024, 1, 1)
    )
    *rows, total = lines(world.ward, ON)
    assert total[2] == 114
    assert [sum(row[at] for row in rows) for at in range(3, len(total) - 1)] == total[3:-1]
    found = {title: total[len(FIRST) + at] for at, title in enumerate(TITLES)}
    assert (
        found["Trình độ chuyên môn", "Thạc sĩ"] == 1
        and found["Trình độ chuyên môn", "Đại học"] == 0
    )
    assert found["Trình độ chuyên môn", "Tiến sĩ"] == 0
    assert (
        found["Chia theo ngạch", "Chuyên viên chính và tương đương"] == 1
        and found["Chia theo ngạch", "Chuyên viên và tương đương"] == 0
    )
    assert found["Trong đó", "Đảng viên"] == found["Trong đó", "Dân tộc ít người"] == 1


def test_the_workbook_opens_elsewhere_with_its_two_header_rows(world):
    sheet = openpyxl.load_workbook(io.BytesIO(quality_sheet(world.ward, ON))).active
    assert "Phường Đông Kinh" in sheet["A2"].value
    assert (
        sheet["B3"].value == "Tên đơn vị"
        and sheet["E3"].value == "Trong đó"
        and sheet["E4"].value == "Đảng viên"
    )
    assert "E3:H3" in {str(r) for r in sheet.merged_cells.ranges}
    last = max(row for row in range(1, sheet.max_row + 1) if sheet.cell(row, 2).value == "Tổng số")
    assert sheet.cell(last, 4).value == 7


def test_queries_do_not_grow_with_people(world, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as few:
        lines(world.ward, ON)
    for n in range(5):
        services.create_person(
            SYSTEM,
            full_name=f"Người {n}",
            unit_id=world.units["ubnd"].pk,
            title="CV",
            valid_from=date(2026, 1, 1),
        )
    with django_assert_num_queries(len(few)):
        lines(world.ward, ON)
