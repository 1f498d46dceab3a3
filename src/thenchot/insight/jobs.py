from django.urls import reverse
from django_tasks import task

from thenchot.insight.services import record_figures
from thenchot.platform.jobs.services import running


@task()
def count_now(job_id):
    with running(job_id) as progress:
        progress.finish(f"Đã tính {record_figures()} số liệu.", reverse("insight_board"))
