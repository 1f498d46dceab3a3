from django.core.paginator import Paginator
from django.shortcuts import render
from django.views.decorators.http import require_safe

from thenchot.platform.jobs import queries


@require_safe
def job(request, job_id):
    """The page asks again every two seconds until the work has ended; without JavaScript it is
    reloaded by hand.
    """
    found = queries.get_job(request.actor, job_id)
    template = "jobs/progress.html" if request.htmx else "jobs/job.html"
    return render(request, template, {"job": found})


@require_safe
def job_list(request):
    page = Paginator(queries.list_jobs(request.actor), 50).get_page(request.GET.get("page"))
    return render(request, "jobs/jobs.html", {"page": page})
