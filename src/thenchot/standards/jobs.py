"""Long work of the room, run by `thenchot worker`."""

from django.urls import reverse
from django_tasks import task

from thenchot.platform import jobs
from thenchot.standards.services.counting import count_all, foresee


@task()
def count_everybody(job_id):
    with jobs.running(job_id) as progress:
        found = count_all()
        progress.finish(
            f"Đã tính {found.people} người, ghi {found.changes} thay đổi.",
            url=reverse("standard_board"),
        )


@task()
def foresee_draft(job_id, set_id):
    with jobs.running(job_id) as progress:
        short = foresee(set_id)
        progress.finish(
            f"{short} người còn thiếu theo dự thảo.",
            url=reverse("set_detail", args=[set_id]) + "#foreseen",
        )
