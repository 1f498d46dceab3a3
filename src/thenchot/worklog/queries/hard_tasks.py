"""The catalogue of hard tasks as the actor sees it."""

from django.db.models import Case, QuerySet, When

from thenchot.platform.scope.actor import NotVisible
from thenchot.worklog.access import SEE_LOG
from thenchot.worklog.enums import HardState
from thenchot.worklog.models import HardTask


def list_hard_tasks(actor, permission=SEE_LOG) -> QuerySet[HardTask]:
    """Those that are open first, by their day; then what was solved last."""
    rows = HardTask.objects.visible_to(actor, permission).select_related(
        "unit", "responsible", "solved_by", "task"
    )
    return rows.order_by(
        Case(When(state=HardState.OPEN, then=0), default=1), "-ended_on", "due_on", "pk"
    )


def get_hard_task(actor, pk: int) -> HardTask:
    found = list_hard_tasks(actor).filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found
