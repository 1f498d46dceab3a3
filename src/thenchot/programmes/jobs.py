"""Long work of the room, run by `thenchot worker`."""

from django.urls import reverse
from django_tasks import task

from thenchot.platform import jobs
from thenchot.programmes.services.drafting import read_stored


@task()
def read_draft(job_id, draft_id):
    with jobs.running(job_id) as progress:
        read_stored(draft_id)
        progress.finish("Đã đọc xong văn bản.", url=reverse("draft_review", args=[draft_id]))
