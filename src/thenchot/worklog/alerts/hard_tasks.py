"""Hard tasks for which nobody answers, and those past their day."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop as noop

from thenchot.platform.alerts.findings import about, roles, the_person
from thenchot.platform.alerts.registry import Finding, Severity, alert
from thenchot.platform.scope.roles import Role
from thenchot.worklog.access import SEE
from thenchot.worklog.enums import HardState
from thenchot.worklog.models import HardTask


@alert("hard_task", _("Việc khó chưa có người chịu trách nhiệm, quá hạn"), SEE)
def hard_tasks(on: date) -> Iterable[Finding]:
    """Hard tasks for which nobody answers, and those past their day (S0-085)."""
    rows = HardTask.objects.filter(
        Q(responsible__isnull=True) | Q(due_on__lt=on), state=HardState.OPEN
    ).select_related("unit", "responsible")
    for hard in rows.order_by("pk"):
        late = hard.due_on < on
        what = (
            "chưa có người chịu trách nhiệm"
            if hard.responsible is None
            else f"quá hạn {hard.due_on:%d/%m/%Y}, {hard.responsible.full_name} chịu trách nhiệm"
        )
        yield about(
            hard,
            f"Việc khó “{hard.name[:80]}” của {hard.unit.name}: {what}",
            path=hard.unit.path,
            detail="late" if late else "nobody",
            severity=Severity.LATE if late else Severity.ACT,
            since=hard.due_on + timedelta(days=1) if late else hard.opened_on,
            basis="S0-085",
            next_step=noop("Ghi một người chịu trách nhiệm, hoặc kết thúc việc"),
            url=reverse("hard_list") + f"#h{hard.pk}",
            tells=(*roles(hard.unit.path, Role.HEAD), *the_person(hard.responsible)),
        )
