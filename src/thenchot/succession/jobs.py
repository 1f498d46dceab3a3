"""Long work of the room, run by `thenchot worker`."""

from django.urls import reverse
from django_tasks import task

from thenchot.platform import jobs
from thenchot.succession.services.sources import review_sources


@task()
def review(job_id, plan_id):
    """Everybody in office against every post of the plan."""
    with jobs.running(job_id) as progress:
        found = review_sources(progress.actor, plan_id=plan_id)
        progress.finish(
            f"Đã rà soát {found.posts} chức danh: {found.possible} lượt người đủ điều kiện giới "
            f"thiệu, {found.barred} lượt người chưa được giới thiệu (có ghi lý do).",
            url=reverse("succession_plan", args=[plan_id]),
        )
