"""What daily work asks to be looked at: plans that wait for an answer, quick opinions."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.db.models import Count, Min, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop as noop

from thenchot.organisation.models import Unit
from thenchot.platform.alerts.findings import about, roles, the_person
from thenchot.platform.alerts.registry import Audience, Finding, Severity, alert
from thenchot.platform.clock import ZONE
from thenchot.platform.scope.roles import Role
from thenchot.worklog import access
from thenchot.worklog.enums import AssessmentState, Capacity, OpinionState, PlanState
from thenchot.worklog.models import OpinionRequest, PlanLine

PLAN_DAYS = timedelta(days=3)


@alert("plan_waiting", _("Kế hoạch cá nhân chờ trả lời"), access.SEE)
def plans_waiting(on: date) -> Iterable[Finding]:
    """Lines of own plans nobody has answered for three days: until then they are no work (S4-050).
    A head's are answered from above.
    """
    rows = PlanLine.objects.filter(
        state=PlanState.PROPOSED,
        assessment__dropped_at__isnull=True,
        proposed_at__date__lte=on - PLAN_DAYS,
    )
    rows = rows.exclude(assessment__state=AssessmentState.CLOSED).order_by()
    by_unit = rows.values("assessment__unit").annotate(
        n=Count("pk"),
        heads=Count("pk", filter=Q(assessment__kind=Capacity.HEAD)),
        since=Min("proposed_at"),
    )
    counts = {row["assessment__unit"]: row for row in by_unit}
    for unit in Unit.objects.filter(pk__in=counts).order_by("path"):
        row = counts[unit.pk]
        message = f"{unit.name}: {row['n']} việc tự đề xuất trong kế hoạch cá nhân chờ trả lời"
        yield about(
            unit,
            message,
            path=unit.path,
            since=row["since"].astimezone(ZONE).date(),
            basis="S4-050",
            next_step=noop("Giao hoặc không giao, có lý do"),
            url=reverse("unit_month", args=[unit.pk]),
            tells=scorers(unit, row),
        )


def scorers(unit: Unit, row: dict) -> tuple[Audience, ...]:
    """Who scores the people of a row: `n` of the unit, `heads` among them."""
    above = unit.path.rstrip("/").rpartition("/")[0] + "/"
    own = roles(unit.path, Role.HEAD) if row["n"] > row["heads"] else ()
    return own + (roles(above, Role.HEAD) if row["heads"] else ())


@alert("opinion_waiting", _("Xin ý kiến nhanh chờ trả lời"), access.SEE)
def opinions(on: date) -> Iterable[Finding]:
    """Quick opinions that wait: told to whom it was asked; not given in time, to their head too
    (S0-086).
    """
    rows = OpinionRequest.objects.filter(state=OpinionState.SENT).select_related(
        "unit", "from_unit", "person"
    )
    for one in rows.order_by("pk"):
        late, head = one.due_on < on, roles(one.unit.path, Role.HEAD)
        asked, person = (
            one.person.full_name if one.person else one.unit.name,
            the_person(one.person),
        )
        yield about(
            one,
            f"{asked} chưa trả lời xin ý kiến của {one.from_unit.name}, hạn {one.due_on:%d/%m/%Y}",
            path=one.unit.path,
            detail="late" if late else "",
            severity=Severity.LATE if late else Severity.ACT,
            since=one.due_on + timedelta(days=1) if late else one.sent_at.astimezone(ZONE).date(),
            basis="S0-086",
            next_step=noop("Trả lời ngắn gọn, hoặc nói rõ ai trả lời được"),
            url=reverse("opinion_list") + f"#o{one.pk}",
            tells=(*person, *head) if late or not person else person,
        )
