"""Long work of the room, run by `thenchot worker`."""

from django.urls import reverse
from django_tasks import task

from thenchot.discipline.services import screening
from thenchot.platform import jobs


@task()
def screen(job_id, unit_id):
    """Everybody in office of a place in this quarter."""
    with jobs.running(job_id) as progress:
        found = screening.screen(progress.actor, unit_id=unit_id)
        progress.finish(
            f"Đã rà soát {found.people} người, {found.found} người cần xem xét.",
            url=reverse("screening_list"),
        )
