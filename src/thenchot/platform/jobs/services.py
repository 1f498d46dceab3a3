from contextlib import contextmanager
from logging import getLogger

from django.db import transaction
from django.utils.module_loading import import_string

from thenchot.kernel.decision import Refused
from thenchot.platform.accounts.models import Account
from thenchot.platform.clock import real_now
from thenchot.platform.jobs.models import SILENT_AFTER, Job, JobState
from thenchot.platform.scope.actor import SYSTEM, actor_for

log = getLogger(__name__)


@transaction.atomic
def start(actor, name, *, label, unit_path, **kwargs) -> Job:
    task = import_string(name)
    at = real_now()
    job = Job.objects.create(
        account_id=actor.account_id, unit_path=unit_path, label=label, created_at=at, alive_at=at
    )
    job.task_id = task.enqueue(job_id=job.pk, **kwargs).id
    Job.objects.filter(pk=job.pk).update(task_id=job.task_id)
    return job


class Progress:
    """Handed to the running task. What it writes is seen at once only outside of a transaction: a
    task that takes all or nothing shows its progress before and after, not during.
    """

    def __init__(self, job):
        self.job, self._message, self._url = job, "", ""

    @property
    def actor(self):
        """Who asked for it, with the grants of now."""
        if self.job.account_id is None:
            return SYSTEM
        return actor_for(Account.objects.get(pk=self.job.account_id))

    def at(self, done, total=None):
        self._set(done=done, total=self.job.total if total is None else total, alive_at=real_now())

    def finish(self, message, url=""):
        """What the person reads in the end, and the page where the result lies."""
        self._message, self._url = message, url

    def close(self):
        at = real_now()
        self._set(
            state=JobState.DONE,
            message=self._message,
            result_url=self._url,
            alive_at=at,
            finished_at=at,
        )

    def fail(self, message):
        at = real_now()
        self._set(state=JobState.FAILED, message=message, alive_at=at, finished_at=at)

    def _set(self, **fields):
        for name, value in fields.items():
            setattr(self.job, name, value)
        self.job.save(update_fields=list(fields))


@contextmanager
def running(job_id):
    job = Job.objects.get(pk=job_id)
    progress = Progress(job)
    progress._set(state=JobState.RUNNING, alive_at=real_now())
    try:
        yield progress
    except Refused as refusal:
        progress.fail(str(refusal))
    except Exception as error:
        progress.fail(
            getattr(error, "message_vi", "")
            or f"Hệ thống gặp lỗi ({type(error).__name__}). Chưa ghi gì."
        )
        raise
    else:
        progress.close()


def fail_the_silent(at) -> int:
    """Jobs whose worker died: nothing heard of for an hour while running."""
    silent = Job.objects.filter(state=JobState.RUNNING, alive_at__lt=at - SILENT_AFTER)
    return silent.update(
        state=JobState.FAILED,
        finished_at=at,
        message="Việc bị ngắt giữa chừng (máy tắt hoặc lỗi). Hãy làm lại.",
    )


def fail_the_lost(at) -> int:
    """Jobs whose task ended without telling (it could not even start)."""
    from django_tasks_db.models import DBTaskResult

    waiting = Job.objects.filter(state=JobState.WAITING, task_id__isnull=False)
    failed = DBTaskResult.objects.failed().filter(pk__in=waiting.values("task_id"))
    lost = waiting.filter(task_id__in=list(failed.values_list("pk", flat=True)[:1000]))
    return lost.update(
        state=JobState.FAILED, finished_at=at, message="Việc không khởi động được. Hãy làm lại."
    )
