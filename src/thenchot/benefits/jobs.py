"""Long work of the room, run by `thenchot worker`."""

from django.urls import reverse
from django_tasks import task

from thenchot.benefits.services.finding import find_entitled
from thenchot.organisation.models import Unit
from thenchot.platform import jobs


@task()
def find(job_id, home_id):
    """Who is entitled to what, of everybody in the place."""
    with jobs.running(job_id) as progress:
        found = find_entitled(progress.actor, Unit.objects.get(pk=home_id))
        progress.finish(
            f"Tìm thấy thêm {found.added} trường hợp; {found.ended} khoản có thời hạn mới.",
            url=reverse("benefit_case_list") + "?state=found",
        )
