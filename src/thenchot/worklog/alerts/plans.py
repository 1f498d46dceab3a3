"""Personal plans told once for a unit: people who have none where policy asks for it, plans nobody
has looked at in time.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Exists, Min, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop as noop

from thenchot.kernel.periods import KINDS, Period
from thenchot.organisation.models import Unit
from thenchot.platform import policies
from thenchot.platform.alerts.findings import about
from thenchot.platform.alerts.registry import Finding, Severity, alert
from thenchot.platform.clock import ZONE
from thenchot.policy.parameters import PlanPolicy
from thenchot.worklog import access
from thenchot.worklog.alerts.daily import scorers
from thenchot.worklog.enums import AssessmentState, Capacity
from thenchot.worklog.models import Assessment, PlanLine, PlanReview
from thenchot.worklog.queries.assessments import one_each
from thenchot.worklog.queries.plans import STANDING
from thenchot.worklog.rules.plans import first_review


@dataclass
class Late:
    """Plans of one unit and period not looked at in time; since when the first of them waits."""

    since: date
    n: int = 0
    heads: int = 0


@alert("plan_missing", _("Người chưa có kế hoạch cá nhân"), access.SEE)
def missing(on: date) -> Iterable[Finding]:
    """People without a standing line in a period that runs, after the days of the policy
    (S4-049).
    """
    lines = PlanLine.objects.filter(
        assessment__person=OuterRef("person"),
        assessment__dropped_at__isnull=True,
        assessment__ends_on__gte=on,
        assessment__starts_on__lte=on,
        state__in=STANDING,
    )
    rows = one_each(_running(on).filter(not_scored="")).exclude(Exists(lines)).order_by()
    counted = rows.values("unit", "period", "year", "number").annotate(
        n=Count("pk"), heads=Count("pk", filter=Q(kind=Capacity.HEAD))
    )
    for unit, period, row in _by_unit(counted):
        policy = _policy(unit, on)
        if policy.is_asked and on - period.start >= timedelta(days=policy.days):
            message = f"{row['n']} người chưa có kế hoạch cá nhân {period.label_vi()}"
            yield _of_unit(
                unit,
                period,
                row,
                message,
                Severity.INFO,
                period.start,
                noop("Nhắc từng người ghi nhiệm vụ trọng tâm, thời gian, kết quả đầu ra"),
                "S4-049",
            )


@alert("plan_unreviewed", _("Kế hoạch cá nhân quá hạn kiểm tra"), access.SEE)
def unreviewed(on: date) -> Iterable[Finding]:
    """Plans whose next look is past its day; those never looked at, a cycle after they were begun
    (S4-050).
    """
    found = _late(on)
    units = Unit.objects.in_bulk({unit_id for unit_id, *_ in found})
    for (unit_id, *key), late in found.items():
        unit, period = units[unit_id], KINDS[key[0]](*key[1:])
        row = {"n": late.n, "heads": late.heads}
        message = f"{late.n} kế hoạch cá nhân {period.label_vi()} quá hạn kiểm tra định kỳ"
        yield _of_unit(
            unit,
            period,
            row,
            message,
            Severity.ACT,
            late.since,
            noop("Kiểm tra, ghi nhận xét và điều cần điều chỉnh"),
            "S4-050",
        )


def _late(on: date) -> dict[tuple, Late]:
    last = PlanReview.objects.filter(assessment=OuterRef("pk")).order_by("-reviewed_on", "-pk")
    lines = (
        PlanLine.objects.filter(assessment=OuterRef("pk"), state__in=STANDING)
        .order_by()
        .values("assessment")
        .annotate(first=Min("proposed_at"))
    )
    rows = (
        _running(on)
        .annotate(
            begun=Subquery(lines.values("first")),
            next=Subquery(last.values("next_on")[:1]),
            seen=Exists(last),
        )
        .filter(begun__isnull=False)
    )
    waits = rows.filter(Q(seen=False) | Q(next__lt=on)).order_by("unit__path", "pk")
    found: dict[tuple, Late] = {}
    for unit, path, period, year, number, kind, starts_on, *row in waits.values_list(
        "unit",
        "unit__path",
        "period",
        "year",
        "number",
        "kind",
        "starts_on",
        "begun",
        "next",
        "seen",
    ):
        due = _due(path, starts_on, *row)
        if due < on:
            late = found.setdefault((unit, period, year, number), Late(due))
            late.since, late.n, late.heads = (
                min(late.since, due),
                late.n + 1,
                late.heads + (kind == Capacity.HEAD),
            )
    return found


def _due(path: str, starts_on: date, begun, following: date | None, seen: bool) -> date:
    if seen:
        return following
    day = begun.astimezone(ZONE).date()
    return first_review(
        day, starts_on, policies.in_force(PlanPolicy, path=path, on=max(day, starts_on))
    )


def _running(on: date):
    return (
        Assessment.objects.counting()
        .filter(starts_on__lte=on, ends_on__gte=on)
        .exclude(state=AssessmentState.CLOSED)
    )


def _by_unit(rows) -> Iterator[tuple[Unit, Period, dict]]:
    counts: dict[int, list[dict]] = {}
    for row in rows:
        counts.setdefault(row["unit"], []).append(row)
    for unit in Unit.objects.filter(pk__in=counts).order_by("path"):
        for row in sorted(
            counts[unit.pk], key=lambda row: (row["period"], row["year"], row["number"])
        ):
            yield unit, KINDS[row["period"]](row["year"], row["number"]), row


def _policy(unit: Unit, on: date) -> PlanPolicy:
    return policies.in_force(PlanPolicy, path=unit.path, on=on)


def _of_unit(
    unit: Unit,
    period: Period,
    row: dict,
    message: str,
    severity: Severity,
    since: date,
    next_step: str,
    basis: str,
) -> Finding:
    key = f"{period.kind}-{period.year}-{period.index}"
    return about(
        unit,
        f"{unit.name}: {message}",
        path=unit.path,
        severity=severity,
        since=since,
        detail=key,
        basis=basis,
        next_step=next_step,
        url=reverse("unit_month", args=[unit.pk]) + f"?period={key}",
        tells=scorers(unit, row),
    )
