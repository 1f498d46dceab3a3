"""A list that is taken in is followed by a count of everybody, as a job of whoever took it in."""

import io

from tests.worlds import World

from thenchot.people.imports import import_people
from thenchot.platform.jobs.models import Job
from thenchot.platform.office.excel.worksheets import Column, write_sheet
from thenchot.platform.scope.roles import Role
from thenchot.standards.models import Sweep


def test_a_job_counts_everybody(world: World, django_capture_on_commit_callbacks):
    officer, ward = world.actor(Role.OFFICER, world.ward), world.ward
    content = write_sheet(
        [Column("Họ và tên"), Column("Tên đơn vị"), Column("Chức danh")],
        [["Lê Thị Nhập", "Phòng Văn hóa - Xã hội", "Chuyên viên"]],
    )
    with django_capture_on_commit_callbacks(execute=True):
        report = import_people(
            officer, io.BytesIO(content).read(), home_id=ward.pk, dry_run=False, name="a.xlsx"
        )
    assert report.is_done
    job = Job.objects.get(unit_path=ward.path, account_id=officer.account_id)
    assert "tiêu chuẩn" in job.label
    assert job.state in ("waiting", "done") and (job.state == "waiting" or Sweep.objects.exists())


def test_a_dry_run_starts_nothing(world: World, django_capture_on_commit_callbacks):
    content = write_sheet(
        [Column("Họ và tên"), Column("Tên đơn vị")], [["Lê Thị Nhập", "Phòng Văn hóa - Xã hội"]]
    )
    with django_capture_on_commit_callbacks(execute=True):
        import_people(
            world.actor(Role.OFFICER, world.ward),
            content,
            home_id=world.ward.pk,
            dry_run=True,
            name="a.xlsx",
        )
    assert not Job.objects.exists()
