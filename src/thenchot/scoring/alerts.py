"""What months and quarters ask whoever scores to look at, told once for a unit: sheets not closed,
causes and objections that wait for somebody.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop as noop

from thenchot.platform.alerts.findings import about, roles
from thenchot.platform.alerts.registry import Finding, Severity, alert
from thenchot.platform.scope.roles import Role
from thenchot.scoring.models import Objection
from thenchot.worklog.access import SEE
from thenchot.worklog.alerts.months import by_unit, of_unit, policy_of
from thenchot.worklog.enums import CauseState
from thenchot.worklog.models import Cause
from thenchot.worklog.queries.assessments import open_after_end

CAUSE_DAYS = timedelta(days=3)
OBJECTION_DAYS = timedelta(days=2)


@alert("month_unclosed", _("Phiếu theo dõi chưa chốt"), SEE)
def unclosed(on: date) -> Iterable[Finding]:
    """Periods that ended and still have open sheets, after the days of the policy."""
    for unit, period, number in by_unit(open_after_end(on)):
        if on - period.end > timedelta(days=policy_of(unit, period.end).close_days):
            message = f"{number} phiếu {period.label_vi()} chưa chốt"
            yield of_unit(
                unit,
                period,
                Severity.ACT,
                period.end,
                message,
                noop("Xem các trường hợp cần quyết định rồi chốt"),
                "NĐ 335/2025, Điều 17.2",
            )


@alert("cause_waiting", _("Nguyên nhân khách quan chờ xác nhận"), SEE)
def causes_waiting(on: date) -> Iterable[Finding]:
    """Causes somebody named and nobody confirmed or refused: until then people lose points for
    them.
    """
    rows = Cause.objects.filter(
        state=CauseState.PROPOSED, starts_on__lte=on - CAUSE_DAYS
    ).select_related("unit")
    for cause in rows.order_by("pk"):
        message = f"{cause.unit.name}: nguyên nhân “{cause.text[:80]}” chờ xác nhận"
        yield about(
            cause,
            message,
            path=cause.unit.path,
            since=cause.starts_on,
            basis="NĐ 335/2025, Điều 14.2",
            next_step=noop("Xác nhận hoặc không chấp nhận"),
            url=reverse("unit_month", args=[cause.unit_id]),
            tells=roles(cause.unit.path, Role.HEAD),
        )


@alert("objection_due", _("Kiến nghị về điểm đến hạn"), SEE)
def objections(on: date) -> Iterable[Finding]:
    """Objections not settled two days before their time is up, and late ones (Đ22)."""
    rows = Objection.objects.filter(
        settled_on__isnull=True, due_on__lte=on + OBJECTION_DAYS
    ).select_related("assessment__unit", "assessment__person")
    for one in rows.order_by("pk"):
        unit, late = one.assessment.unit, one.due_on < on
        message = (
            f"{one.assessment.person.full_name}: kiến nghị về điểm "
            f"{one.assessment.span.label_vi()}, hạn {one.due_on:%d/%m/%Y}"
        )
        yield about(
            one,
            message,
            path=unit.path,
            since=one.received_on,
            severity=Severity.LATE if late else Severity.ACT,
            detail="late" if late else "",
            basis="NĐ 335/2025, Điều 22",
            next_step=noop("Xem lại phiếu và trả lời"),
            url=reverse("assessment_detail", args=[one.assessment_id]),
            tells=roles(unit.path, Role.HEAD),
        )
