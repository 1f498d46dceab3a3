"""Months scored outside of the system, out of Excel and into it again."""

import io
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from python_calamine import CalamineWorkbook
from tests.rating.ending import YEAR
from tests.worlds import staff

from thenchot.people.services import link_account
from thenchot.platform.office.excel.worksheets import write_sheet
from thenchot.platform.scope.actor import SYSTEM, NotVisible
from thenchot.platform.scope.roles import Role
from thenchot.rating.models import ExternalMonthScore
from thenchot.rating.persons import imports as list_import
from thenchot.rating.persons.services import recording
from thenchot.rating.rounds.services import opening

pytestmark = pytest.mark.django_db
COLUMNS = list_import.READ


@pytest.fixture
def late(town):
    """Six months scored here, the first six elsewhere."""
    town.rate({"An": "80", "Bình": "70"}, months=range(7, 13))
    return town


def workbook(*rows) -> io.BytesIO:
    return io.BytesIO(write_sheet(COLUMNS, rows))


def first_half(total, **more):
    return {f"m{n}": total for n in range(1, 7)} | more


def read(town, *rows, dry_run=False, actor=None):
    return list_import.import_months(
        actor or town.officer, workbook(*rows), home_id=town.ward.pk, dry_run=dry_run
    )


def problems(report):
    return [(one.row, one.column, one.reason_vi) for one in report.problems]


def test_what_goes_out_comes_in_unchanged(late):
    recording.note_months(
        late.officer,
        rating_id=late.rating("An").pk,
        unit="Sở Nội vụ",
        basis="CV 15",
        totals={1: Decimal("81.25"), 2: Decimal(90)},
    )
    content = list_import.months_worksheet(late.round)
    lines = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()
    assert any(
        line[1] == "Nguyễn An" and line[3:5] == [81.25, 90.0] and "Sở Nội vụ" in line
        for line in lines
    )
    report = list_import.import_months(
        late.officer, io.BytesIO(content), home_id=late.ward.pk, dry_run=False
    )
    assert (report.rows, report.unchanged, problems(report)) == (1, 1, [])
    assert ExternalMonthScore.objects.count() == 2


def test_dry_run_writes_nothing(late):
    report = read(late, first_half(90, name="Nguyễn An"), dry_run=True)
    assert (report.created, report.is_done, ExternalMonthScore.objects.exists()) == (
        1,
        False,
        False,
    )


def test_months_complete_the_year(late):
    assert late.rating("An").status == "waiting"
    report = read(
        late,
        first_half("90", name="nguyễn an", scorer="Sở Nội vụ"),
        first_half("60,5", name="Nguyễn Bình", basis="Sổ 2026"),
    )
    assert report.is_done and report.created == 2
    an, binh = late.rating("An"), late.rating("Bình")
    assert (
        an.status,
        an.mean,
        binh.mean,
        an.facts["months"][0]["unit"],
        binh.facts["months"][0]["unit"],
    ) == (
        "rated",
        85,
        Decimal("65.25"),
        "Sở Nội vụ",
        list_import.BEFORE,
    )


@pytest.mark.parametrize(
    ("row", "column", "words"),
    [
        ({"name": "Người Lạ", "m1": 80}, "Họ và tên", "Không có “Người Lạ” trong đợt"),
        ({"name": "Nguyễn An", "m1": 101}, "Tháng 1", "từ 0 đến 100"),
        ({"name": "Nguyễn An", "m1": "tốt"}, "Tháng 1", "không phải điểm"),
        ({"name": "Nguyễn An", "m1": "80,555"}, "Tháng 1", "hai chữ số lẻ"),
        ({"name": "Nguyễn An", "id": "999999", "m1": 80}, "Họ và tên", "Không có"),
    ],
)
def test_a_wrong_cell_is_named_and_nothing_is_written(late, row, column, words):
    report = read(late, first_half(70, name="Nguyễn Bình"), row)
    assert [(one[1], words in one[2]) for one in problems(report)] == [(column, True)]
    assert not report.is_done and not ExternalMonthScore.objects.exists()


def test_same_name_needs_the_id(late):
    twin = staff(late.world, late.unit, ["Nguyễn An"])[0]
    late.people["An hai"] = twin
    late.score(twin, "70", months=range(7, 13))
    opening.enrol(late.officer, round_id=late.round.pk)
    assert "trùng tên" in problems(read(late, first_half(90, name="Nguyễn An")))[0][2]
    assert read(late, first_half(90, name="Nguyễn An", id=late.rating("An hai").pk)).is_done
    assert (late.rating("An").status, late.rating("An hai").mean) == ("waiting", 80)


def test_twice_in_one_file_or_own_row_is_refused(late):
    assert (
        "đã có ở dòng"
        in problems(read(late, first_half(90, name="Nguyễn An"), first_half(80, name="Nguyễn An")))[
            0
        ][2]
    )
    link_account(SYSTEM, person_id=late.people["An"].pk, account_id=late.officer.account_id)
    assert "chính mình" in problems(read(late, first_half(90, name="Nguyễn An")))[0][2]


def test_strangers_and_leaders_do_not_import(late):
    for actor in (late.world.actor(Role.OFFICER, late.world.other_ward), late.leader):
        with pytest.raises(NotVisible):
            read(late, first_half(90, name="Nguyễn An"), actor=actor)


def test_in_the_browser(late):
    client = late.world.client(Role.OFFICER)
    assert client.get(reverse("year_months_template")).status_code == 200
    upload = SimpleUploadedFile("diem.xlsx", workbook(first_half(90, name="Nguyễn An")).getvalue())
    answer = client.post(reverse("year_months_import"), {"home": late.ward.pk, "file": upload})
    page = client.get(answer.url).content.decode()
    assert "Nguyễn An" in page and "6 tháng" in page
    assert client.post(answer.url).status_code == 302
    assert late.rating("An").mean == 85


def test_cost_grows_by_few_queries_a_person(late):
    for number in range(10):
        late.people[f"N{number}"] = staff(late.world, late.unit, [f"Trần Văn {chr(97 + number)}"])[
            0
        ]
        late.score(late.people[f"N{number}"], "70", months=range(7, 13))
    opening.enrol(late.officer, round_id=late.round.pk)
    rows = [first_half(90, name=f"Trần Văn {chr(97 + number)}") for number in range(10)]
    with CaptureQueriesContext(connection) as few:
        assert read(late, rows[0]).is_done
    with CaptureQueriesContext(connection) as many:
        assert read(late, *rows).is_done
    assert len(many) - len(few) <= 9 * 6 and late.round.year == YEAR
