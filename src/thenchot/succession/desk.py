"""What waits for somebody in planning: lists to approve, steps of roads that are late."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.platform.scope.nearest import answering
from thenchot.platform.ui.desk import Line, Waiting, register
from thenchot.succession.access import APPROVE
from thenchot.succession.enums import PlanState
from thenchot.succession.models import SuccessionPlan


def plans(actor, on):
    """Submitted, for whoever approves and did not submit."""
    rows = SuccessionPlan.objects.filter(state=PlanState.SUBMITTED)
    over = answering(actor, APPROVE).over("unit__path")
    return rows.filter(over).exclude(submitted_by=actor.account_id).order_by("submitted_at", "pk")


def say_plans(actor, rows, on):
    for plan in rows.select_related("unit", "term"):
        yield Line(str(plan), reverse("succession_plan", args=[plan.pk]), plan.unit.name)


register(Waiting(47, "succession_plan", _("Danh sách quy hoạch chờ duyệt"), plans, say_plans))
