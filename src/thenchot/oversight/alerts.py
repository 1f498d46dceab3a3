"""What is reminded: a plan of the year that lacks, late steps, late remedies, repeated findings,
unanswered recommendations.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop as noop

from thenchot.oversight.access import SEE, SEE_REMEDIES, SEE_SOCIAL
from thenchot.oversight.enums import OPEN_STAGES, FindingState, Stage
from thenchot.oversight.models import Finding, Inspection, Recommendation
from thenchot.oversight.queries.findings import BESIDE, TOLD, warned
from thenchot.oversight.queries.plans import places_without_plan
from thenchot.oversight.services import policy_of
from thenchot.platform.alerts.findings import about, due, roles
from thenchot.platform.alerts.registry import Finding as Found
from thenchot.platform.alerts.registry import alert
from thenchot.platform.scope.roles import Role

FURTHEST = timedelta(days=120)


@alert("oversight_no_plan", _("Chưa có kế hoạch kiểm tra, giám sát của năm"), SEE)
def no_plan(on: date) -> Iterator[Found]:
    """Places without an approved plan of this year (S1-065, S4-066)."""
    for home in places_without_plan(on.year):
        if on.month < policy_of(home.path, on).plan_month:
            continue
        yield about(
            home,
            f"{home.name}: chưa phê duyệt kế hoạch kiểm tra, giám sát năm {on.year}",
            path=home.path,
            basis="S1-065, S4-066",
            next_step=noop("Lập kế hoạch năm, trình phê duyệt"),
            url=reverse("oversight_plan_list"),
            tells=roles(home.path, Role.INSPECTOR),
            detail=str(on.year),
        )


@alert("inspection_late", _("Cuộc kiểm tra đến hạn công bố, xác minh"), SEE)
def late_inspections(on: date) -> Iterator[Found]:
    rows = Inspection.objects.filter(stage__in=OPEN_STAGES, verified_on__isnull=True)
    for one in rows.select_related("unit", "subject", "person").order_by("pk"):
        waits = one.stage == Stage.DECIDED
        last = one.announce_by if waits else one.due_on
        if last > on + _within(one.unit.path, on):
            continue
        what = _("công bố") if waits else _("thẩm tra, xác minh xong")
        yield due(
            one,
            f"{one}: {what} trước hết ngày {last:%d/%m/%Y}",
            last=last,
            on=on,
            path=one.unit.path,
            next_step=noop("Ghi bước đã làm, hoặc gia hạn một lần có lý do"),
            url=reverse("inspection", args=[one.pk]),
            tells=roles(one.unit.path, Role.INSPECTOR),
        )


@alert("finding_late", _("Khắc phục sau kiểm tra đến hạn"), SEE_REMEDIES)
def late_remedies(on: date) -> Iterator[Found]:
    """To the unit that remedies, and to whoever found it (S1-040)."""
    rows = Finding.objects.filter(TOLD, state=FindingState.OPEN, due_on__lte=on + FURTHEST)
    for one in rows.select_related(*BESIDE).order_by("pk"):
        if one.due_on > on + _within(one.inspection.unit.path, on):
            continue
        yield due(
            one,
            f"{one.unit.name}: {one.remedy}, hạn {one.due_on:%d/%m/%Y}",
            last=one.due_on,
            on=on,
            path=one.unit.path,
            basis="S1-040",
            next_step=noop("Khắc phục, báo cáo kết quả"),
            url=reverse("finding_list") + "?state=open",
            tells=roles(one.unit.path, Role.HEAD) + roles(one.inspection.unit.path, Role.INSPECTOR),
        )


@alert("oversight_warned", _("Phát hiện nhỏ lặp lại nhiều lần"), SEE)
def repeated(on: date) -> Iterator[Found]:
    """The ladder of warnings (S4-071)."""
    for one in warned(Finding.objects.select_related(*BESIDE), on):
        home = one.findings[0].inspection.unit
        yield about(
            one.findings[-1],
            f"{one.whom}: {one.count} phát hiện nhỏ lặp lại",
            path=home.path,
            basis="S4-071",
            next_step=noop("Xem lại các phát hiện, quyết định nhắc nhở hoặc kiểm tra"),
            url=reverse("oversight_warned"),
            tells=roles(home.path, Role.INSPECTOR),
            step=one.count,
        )


@alert("recommendation_late", _("Kiến nghị của Mặt trận, đoàn thể đến hạn trả lời"), SEE_SOCIAL)
def unanswered(on: date) -> Iterator[Found]:
    rows = Recommendation.objects.filter(answer="", due_on__lte=on + FURTHEST)
    for one in rows.select_related("unit", "supervision__unit").order_by("pk"):
        if one.due_on > on + _within(one.unit.path, on):
            continue
        yield due(
            one,
            f"{one.unit.name}: trả lời kiến nghị “{one}” trước hết ngày {one.due_on:%d/%m/%Y}",
            last=one.due_on,
            on=on,
            path=one.unit.path,
            basis="S0-075",
            next_step=noop("Trả lời: tiếp thu, hoặc giải trình"),
            url=reverse("social", args=[one.supervision_id]),
            tells=roles(one.unit.path, Role.HEAD) + roles(one.supervision.unit.path, Role.HEAD),
        )


def _within(path: str, on: date) -> timedelta:
    return timedelta(days=policy_of(path, on).remind_days)
