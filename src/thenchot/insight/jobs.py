from django.urls import reverse
from django_tasks import task

from thenchot.insight.forecast.actions import page_of
from thenchot.insight.forecast.services import work_out
from thenchot.insight.services import record_figures
from thenchot.platform.jobs.services import running


@task()
def count_now(job_id):
    with running(job_id) as progress:
        progress.finish(f"Đã tính {record_figures()} số liệu.", reverse("insight_board"))


@task()
def forecast(job_id, unit_id):
    """Of one place."""
    with running(job_id) as progress:
        made = work_out(progress.actor, unit_id=unit_id)
        progress.finish(f"Đã tính dự báo cho {made.people} người.", page_of(made))
