"""What every list from Excel does alike: told row by row, then all of it written or nothing."""

import pytest

from thenchot.kernel.decision import Decision, Reason
from thenchot.platform.clock import real_now
from thenchot.platform.files.list_import import ListImport
from thenchot.platform.jobs.models import Job
from thenchot.platform.office.excel.reports import ImportLine
from thenchot.platform.office.excel.worksheets import Column, write_sheet

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
NAME = Column("Tên", 20, "name", is_required=True)
NOTE = Column("Ghi chú", 20, "note")
STATE = Column("Tình trạng", 20, "state")


class Plan:
    def __init__(self, row):
        self.row, self.name = row, row.text("name")


class JobImport(ListImport):
    """Rows become rows of the table of jobs, which hangs on nothing else."""

    columns, only_written, naming, most = (NAME, NOTE), (STATE,), NAME, 3

    def plan(self, row):
        if row.text("note") == "bỏ":
            return None
        return Plan(row)

    def line(self, plan):
        return ImportLine(plan.row.number, "created", plan.name)

    def write(self, plan):
        at = real_now()
        Job.objects.create(label=plan.name, unit_path="/1/", created_at=at, alive_at=at)
        if plan.name == "Sai":
            Decision.no(Reason("x", "Không ghi được dòng này.")).or_refuse()


def take(*rows, columns=(NAME, NOTE), dry_run=False):
    content = write_sheet(columns, [{"name": row[0], "note": row[1]} for row in rows])
    return JobImport(None, home=None).run(content, dry_run=dry_run)


def test_a_dry_run_tells_and_writes_nothing():
    report = take(("Một", ""), ("Hai", "bỏ"), dry_run=True)
    assert [line.label for line in report.lines] == ["Một"]
    assert report.is_clean and not report.is_done and not Job.objects.exists()


def test_a_real_run_writes_every_row():
    report = take(("Một", ""), ("Hai", ""))
    assert report.is_done and set(Job.objects.values_list("label", flat=True)) == {"Một", "Hai"}


def test_what_a_service_refuses_stands_at_its_row_and_nothing_stays():
    report = take(("Một", ""), ("Sai", ""))
    [problem] = report.problems
    assert (problem.row, problem.column, problem.value) == (3, "Tên", "Sai")
    assert problem.reason_vi == "Không ghi được dòng này."
    assert not report.is_done and not Job.objects.exists()


def test_columns_that_are_only_written_are_passed_over_in_silence():
    lost = Column("Lạ", 20, "lost")
    content = write_sheet((NAME, STATE, lost), [{"name": "Một", "state": "x", "lost": "y"}])
    assert JobImport(None, home=None).run(content, dry_run=True).unknown_columns == ("Lạ",)


@pytest.mark.parametrize(
    ("rows", "said"),
    [((), "Không có dòng nào"), ([(f"Dòng {n}", "") for n in range(4)], "nhiều nhất 3 dòng")],
    ids=["empty", "too long"],
)
def test_an_empty_list_and_a_long_one_are_told(rows, said):
    report = take(*rows)
    assert said in report.problems[0].reason_vi and report.problems[0].row == 0
    assert not report.is_done


def test_what_is_no_workbook_is_told():
    report = JobImport(None, home=None).run(b"khong phai excel", dry_run=False)
    assert report.problems and not report.is_done
