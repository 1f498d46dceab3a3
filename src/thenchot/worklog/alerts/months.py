"""What months and quarters ask to be looked at, told once for a unit: sheets not opened,
people without work or product, weeks not counted.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta

from django.db.models import Count, Exists, OuterRef
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop as noop

from thenchot.kernel.periods import KINDS, Month, Quarter
from thenchot.organisation.models import Unit
from thenchot.people.models import Appointment
from thenchot.platform import policies
from thenchot.platform.alerts.findings import about, roles
from thenchot.platform.alerts.registry import Finding, Severity, alert
from thenchot.platform.scope.roles import Role
from thenchot.policy.parameters import ScoringPolicy
from thenchot.worklog.access import SEE
from thenchot.worklog.enums import AssessmentState
from thenchot.worklog.models import Assessment, WeekCount

LOOKED_BACK = timedelta(days=100)  # a quarter and the days in which it is closed


@alert("month_unassigned", _("Người chưa được giao việc"), SEE)
def unassigned(on: date) -> Iterable[Finding]:
    """People whom nobody has given work in the running period (Đ18.1.d), as last night's count
    found them.
    """
    rows = Assessment.objects.counting().filter(
        starts_on__lte=on, ends_on__gte=on, given=0, not_scored="", state=AssessmentState.OPEN
    )
    for unit, period, number in by_unit(rows):
        if on - period.start >= timedelta(days=policy_of(unit, on).assign_days):
            message = f"{number} người chưa được giao sản phẩm nào trong {period.label_vi()}"
            yield of_unit(
                unit,
                period,
                Severity.ACT,
                period.start,
                message,
                noop("Giao việc theo mẫu hoặc giao từng người"),
                "NĐ 335/2025, Điều 18.1.d",
            )


@alert("month_without_product", _("Người không có sản phẩm"), SEE)
def without_product(on: date) -> Iterable[Finding]:
    """People who finished nothing in a period that was closed (S0-051): for the head to look into,
    no judgement.
    """
    rows = Assessment.objects.counting().filter(
        state=AssessmentState.CLOSED,
        not_scored="",
        produced=0,
        ends_on__gte=on - LOOKED_BACK,
        ends_on__lt=on,
    )
    for unit, period, number in by_unit(rows):
        message = f"{number} người không có sản phẩm trong {period.label_vi()}"
        yield of_unit(
            unit,
            period,
            Severity.INFO,
            period.end,
            message,
            noop("Xem lại việc giao việc và nguyên nhân"),
            "S0-051",
        )


@alert("month_without_sheets", _("Đơn vị chưa mở phiếu theo dõi"), SEE)
def without_assessments(on: date) -> Iterable[Finding]:
    """Units with people to be scored and not one sheet, from as many days before the end of the
    period as the place takes for closing to as many after it.
    """
    this = Month.of(on)
    for end in (this.end, this.previous().end):
        for unit, kinds in _without_an_assessment(min(on, end), end):
            held = policies.resolved(unit.path, end)
            if not held.lacking(ScoringPolicy):  # a month before the decree is not scored
                yield from _unopened(unit, kinds, end, held.as_parameters(ScoringPolicy), on)


def _unopened(
    unit: Unit, kinds: Counter, end: date, policy: ScoringPolicy, on: date
) -> Iterable[Finding]:
    period, number = (
        KINDS[policy.period].of(end),
        sum(kinds[kind] for kind in (*policy.decree_kinds, *policy.public_kinds)),
    )
    if number and period.end == end and abs((on - end).days) <= policy.close_days:
        message = (
            f"chưa mở phiếu nào của {period.label_vi()}, {number} người phải theo dõi, chấm điểm"
        )
        yield of_unit(
            unit,
            period,
            Severity.ACT,
            end,
            message,
            noop("Mở phiếu còn thiếu"),
            "NĐ 335/2025, Điều 17; S0-048",
        )


def _without_an_assessment(seated_on: date, end: date) -> Iterable[tuple[Unit, Counter]]:
    """Of a period with this last day; how many people of each kind sit there. Two queries."""
    held = Assessment.objects.counting().filter(
        unit=OuterRef("unit"), starts_on__lte=end, ends_on__gte=end
    )
    seats = (
        Appointment.objects.in_force(seated_on).filter(~Exists(held), is_primary=True).order_by()
    )
    found: dict[int, Counter] = {}
    for unit_id, kind, n in seats.values_list("unit", "staff_kind").annotate(n=Count("pk")):
        found.setdefault(unit_id, Counter())[kind] = n
    return ((unit, found[unit.pk]) for unit in Unit.objects.filter(pk__in=found).order_by("path"))


@alert("week_uncounted", _("Tuần chưa kiểm đếm"), SEE)
def uncounted(on: date) -> Iterable[Finding]:
    """Last week was not confirmed by the third day after it (S0-080); it never keeps a month from
    closing.
    """
    monday = on - timedelta(days=on.weekday() + 7)
    if on.weekday() < 2:
        return
    counted = set(WeekCount.objects.filter(starts_on=monday).values_list("unit", flat=True))
    rows = (
        Assessment.objects.counting()
        .filter(starts_on__lte=monday + timedelta(days=6), ends_on__gte=monday, period="month")
        .exclude(state=AssessmentState.CLOSED)
    )
    for unit in (
        Unit.objects.filter(pk__in=rows.values("unit")).exclude(pk__in=counted).order_by("path")
    ):
        if policy_of(unit, on).count_cycle == "week":
            message = f"chưa xác nhận kiểm đếm tuần từ {monday:%d/%m/%Y}"
            yield of_unit(
                unit,
                Month.of(monday),
                Severity.INFO,
                monday + timedelta(days=7),
                message,
                noop("Xác nhận một lần cho cả đơn vị"),
                "S0-080",
                detail=monday.isoformat(),
            )


def by_unit(rows) -> Iterable[tuple[Unit, Month | Quarter, int]]:
    """(unit, period, how many), in the order of the tree: two queries."""
    counts: dict[int, list[tuple]] = {}
    for unit_id, *period, n in (
        rows.order_by().values_list("unit", "period", "year", "number").annotate(n=Count("pk"))
    ):
        counts.setdefault(unit_id, []).append((*period, n))
    for unit in Unit.objects.filter(pk__in=counts).order_by("path"):
        for kind, year, number, n in sorted(counts[unit.pk]):
            yield unit, KINDS[kind](year, number), n


def policy_of(unit: Unit, on: date) -> ScoringPolicy:
    return policies.in_force(ScoringPolicy, path=unit.path, on=on)


def of_unit(
    unit: Unit,
    period,
    severity,
    since: date,
    message: str,
    next_step: str,
    basis: str,
    detail: str = "",
) -> Finding:
    key = f"{period.kind}-{period.year}-{period.index}"
    return about(
        unit,
        f"{unit.name}: {message}",
        path=unit.path,
        severity=severity,
        since=since,
        detail=detail or key,
        basis=basis,
        next_step=next_step,
        url=reverse("unit_month", args=[unit.pk]) + f"?period={key}",
        tells=roles(unit.path, Role.HEAD),
    )
