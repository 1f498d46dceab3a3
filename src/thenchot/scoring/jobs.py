"""Long work of the room, run by `thenchot worker`."""

from django.urls import reverse
from django_tasks import task

from thenchot.platform import jobs
from thenchot.platform.accounts.models import Account
from thenchot.platform.scope.actor import actor_for
from thenchot.scoring.services.closing import close_unit, period_named


@task()
def close_branch(job_id, account_id, unit_id, kind, year, number):
    """Close what can be closed in a whole branch, as the account that asked for it."""
    with jobs.running(job_id) as progress:
        actor = actor_for(Account.objects.get(pk=account_id))
        found = close_unit(actor, unit_id=unit_id, period=period_named(kind, year, number))
        text = f"Đã chốt {found['closed']} phiếu; {found['waiting']} phiếu còn thiếu dữ liệu."
        progress.finish(
            text, url=reverse("unit_month", args=[unit_id]) + f"?period={kind}-{year}-{number}"
        )
