"""Long work of the room, run by `thenchot worker`."""

from django_tasks import task

from thenchot.platform import jobs


@task()
def read_draft(job_id, draft_id):
    from django.urls import reverse

    from thenchot.programmes.services.drafting import read_stored

    with jobs.running(job_id) as progress:
        read_stored(draft_id)
        progress.finish("Đã đọc xong văn bản.", url=reverse("draft_review", args=[draft_id]))
