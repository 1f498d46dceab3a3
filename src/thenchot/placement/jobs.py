"""Long work of the room, run by `thenchot worker`."""

from django.urls import reverse
from django_tasks import task

from thenchot.placement.services.assignments import review_placements
from thenchot.platform import jobs


@task()
def review(job_id, unit_id):
    """Everybody in office in the post held."""
    with jobs.running(job_id) as progress:
        found = review_placements(progress.actor, unit_id=unit_id)
        progress.finish(
            f"Đã rà soát {found.people} người: {found.without_position} người chưa gắn vị trí việc "
            f"làm, {found.lacking} người còn thiếu tiêu chuẩn của vị trí.",
            url=reverse("placement_review_list"),
        )
