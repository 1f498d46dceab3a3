"""Long work of the room, run by `thenchot worker`."""

from django.urls import reverse
from django_tasks import task

from thenchot.people.imports import checking
from thenchot.people.models import ImportCheck
from thenchot.platform import jobs

SHARES = {
    "Mở tệp": (0, 10),
    "Đọc các cột": (10, 50),
    "So với hồ sơ đang có": (50, 70),
    "Ghi hồ sơ": (70, 98),
}


@task()
def read_list(job_id, check_id, dry_run):
    """Read a long list, or take it in; what was found stands on the page of the list."""
    with jobs.running(job_id) as progress:
        check = ImportCheck.objects.select_related("file", "home").get(pk=check_id)
        report = checking.look_now(
            progress.actor,
            check,
            dry_run=dry_run,
            tell=lambda *step: progress.at(share(*step), 100),
        )
        checking.keep_found(check, report)
        page = (
            reverse("person_list")
            if report.is_done
            else reverse("person_import_check", args=[check.file_id])
        )
        progress.finish(said(report), url=page)


def share(phase: str, done: int, total: int) -> int:
    """Of a hundred."""
    first, last = SHARES.get(phase, (0, 100))
    return first + (last - first) * done // max(total, 1)


def said(report) -> str:
    if report.is_done:
        return (
            f"Đã nhập {report.rows} dòng: {report.created} mới, {report.updated} cập nhật, "
            f"{report.unchanged} không đổi."
        )
    return (
        f"Đã đọc {report.rows} dòng: {len(report.problems)} chỗ sai, {len(report.guesses)} "
        f"chỗ máy hiểu, {len(report.changes)} chỗ khác với hồ sơ."
    )
