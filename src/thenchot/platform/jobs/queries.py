from thenchot.platform.jobs.models import Job
from thenchot.platform.scope.actor import NotVisible


def own(actor):
    """A job is seen by who started it."""
    return Job.objects.filter(account_id=actor.account_id)


def get_job(actor, job_id):
    job = own(actor).filter(pk=job_id).first()
    if job is None:
        raise NotVisible
    return job


def list_jobs(actor):
    return own(actor).order_by("-created_at", "-pk")
