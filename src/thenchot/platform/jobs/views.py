from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from thenchot.platform.jobs import queries
from thenchot.platform.jobs.models import JobState

PARTS = {
    JobState.WAITING: "jobs/_waiting.html",
    JobState.RUNNING: "jobs/_waiting.html",
    JobState.DONE: "jobs/_done.html",
    JobState.FAILED: "jobs/_failed.html",
}
BROKEN_OFF = _("Việc bị ngắt giữa chừng (máy tắt hoặc lỗi). Hãy làm lại.")
WAITING = {JobState.WAITING: _("Đang chờ đến lượt"), JobState.RUNNING: _("Đang chạy")}


@require_safe
def job(request, job_id):
    """The page asks again every two seconds until the work has ended; without JavaScript it is
    reloaded by hand.
    """
    found = queries.get_job(request.actor, job_id)
    found.part, found.waiting_words = PARTS[found.state], WAITING.get(found.state, "")
    if found.is_silent:
        found.part, found.message = PARTS[JobState.FAILED], BROKEN_OFF
    template = "jobs/progress.html" if request.htmx else "jobs/job.html"
    return render(request, template, {"job": found})
