"""What waits for somebody in training: plans to approve, results to verify."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.platform.scope.nearest import answering
from thenchot.platform.ui.desk import LINES, Line, Waiting, register
from thenchot.training.access import APPROVE, VERIFY
from thenchot.training.enums import ClassState, EnrolmentState, PlanState
from thenchot.training.models import Enrolment, TrainingPlan


def plans(actor, on):
    """Submitted, for whoever approves and did not submit."""
    rows = TrainingPlan.objects.filter(state=PlanState.SUBMITTED)
    over = answering(actor, APPROVE).over("unit__path")
    return rows.filter(over).exclude(submitted_by=actor.account_id).order_by("submitted_at", "pk")


def say_plans(actor, rows, on):
    for plan in rows.select_related("unit"):
        yield Line(str(plan), reverse("training_plan", args=[plan.pk]), plan.unit.name)


def results(actor, on):
    """Recorded by somebody else, of another person than the actor."""
    rows = Enrolment.objects.filter(state=EnrolmentState.COMPLETED, held_in__state=ClassState.OPEN)
    over = answering(actor, VERIFY).over("unit__path")
    mine = rows.filter(over).exclude(recorded_by=actor.account_id)
    return mine.exclude(person__account=actor.account_id).order_by("completed_on", "pk")


def say_results(actor, rows, on):
    for row in rows.select_related("person", "held_in")[:LINES]:
        url = reverse("training_class", args=[row.held_in_id]) + "?state=completed"
        yield Line(row.person.full_name, url, row.held_in.name)


register(
    Waiting(48, "training_plan", _("Kế hoạch đào tạo chờ duyệt"), plans, say_plans),
    Waiting(49, "training_result", _("Kết quả học tập chờ xác nhận"), results, say_results),
)
