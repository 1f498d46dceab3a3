"""What waits for somebody: plans to approve, remedies to do and to confirm, recommendations to
answer.
"""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.oversight.access import ANSWER, APPROVE, EDIT, REPORT_REMEDY
from thenchot.oversight.enums import FindingState, PlanState
from thenchot.oversight.models import Finding, Plan, Recommendation
from thenchot.oversight.queries.findings import TOLD
from thenchot.people.queries import not_about_oneself
from thenchot.platform.scope.nearest import answering
from thenchot.platform.ui.desk import LINES, Line, Waiting, register


def plans_to_approve(actor, on):
    over = answering(actor, APPROVE).over("unit__path")
    rows = Plan.objects.filter(over, state=PlanState.DRAFT, lines__is_dropped=False).distinct()
    return rows.exclude(drawn_up_by=actor.account_id).order_by("pk")


def say_plans(actor, rows, on):
    for plan in rows.select_related("unit")[:LINES]:
        yield Line(plan.name, reverse("oversight_plan", args=[plan.pk]), plan.unit.name)


def to_remedy(actor, on):
    over = answering(actor, REPORT_REMEDY).over("unit__path")
    rows = Finding.objects.filter(over, TOLD, state=FindingState.OPEN)
    return not_about_oneself(rows, actor).order_by("due_on", "pk")


def say_remedies(actor, rows, on):
    for one in rows.select_related("unit")[:LINES]:
        note = f"{one.unit.name} · {one.due_on:%d/%m/%Y}"
        yield Line(one.remedy, reverse("finding_list") + "?state=open", note)


def to_confirm(actor, on):
    over = answering(actor, EDIT).over("inspection__unit__path")
    rows = Finding.objects.filter(over, state=FindingState.REPORTED)
    rows = rows.exclude(reported_by=actor.account_id)
    return not_about_oneself(rows, actor).order_by("done_on", "pk")


def say_reported(actor, rows, on):
    for one in rows.select_related("unit")[:LINES]:
        yield Line(one.remedy, reverse("finding_list") + "?state=reported", one.unit.name)


def to_answer(actor, on):
    over = answering(actor, ANSWER).over("unit__path")
    return Recommendation.objects.filter(over, answer="").order_by("due_on", "pk")


def say_recommendations(actor, rows, on):
    for one in rows.select_related("unit")[:LINES]:
        note = f"{one.unit.name} · {one.due_on:%d/%m/%Y}"
        yield Line(one.text, reverse("social", args=[one.supervision_id]), note)


register(
    Waiting(
        70, "oversight_plan", _("Kế hoạch kiểm tra chờ phê duyệt"), plans_to_approve, say_plans
    ),
    Waiting(
        71,
        "finding_open",
        _("Việc phải khắc phục sau kiểm tra"),
        to_remedy,
        say_remedies,
        all_of="finding_list",
    ),
    Waiting(
        72,
        "finding_reported",
        _("Báo cáo khắc phục chờ xác nhận"),
        to_confirm,
        say_reported,
        all_of="finding_list",
    ),
    Waiting(
        73,
        "recommendation",
        _("Kiến nghị của Mặt trận, đoàn thể chờ trả lời"),
        to_answer,
        say_recommendations,
        all_of="social_list",
    ),
)
