"""Long work of the room, run by `thenchot worker`."""

from django.urls import reverse
from django_tasks import task

from thenchot.citizens.services import cases, outages
from thenchot.platform import jobs


@task()
def take_in(job_id, batch_id):
    """One export, all or nothing."""
    with jobs.running(job_id) as progress:
        batch = cases.take_in(progress.actor, batch_id=batch_id)
        progress.finish(
            f"Đã nhập {batch.rows} dòng: {batch.created} mới, {batch.updated} cập nhật, "
            f"{batch.unchanged} không đổi, {batch.left_out} không nhận.",
            url=reverse("onestop_batch", args=[batch.pk]),
        )


@task()
def excuse(job_id, outage_id):
    """Deadlines anew after an outage was confirmed."""
    with jobs.running(job_id) as progress:
        moved = outages.excuse(progress.actor, outage_id=outage_id)
        progress.finish(f"Đã tính lại hạn của {moved} hồ sơ.", url=reverse("onestop_outage_list"))
