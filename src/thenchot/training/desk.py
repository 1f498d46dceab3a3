"""What waits for somebody in training: plans to approve, results to verify."""

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.platform.scope.nearest import answering
from thenchot.platform.ui.desk import LINES, Line, Waiting, register
from thenchot.training.access import APPROVE, VERIFY
from thenchot.training.enums import (
    ClassState,
    EnrolmentState,
    PlanState,
    PracticeState,
    SelfStudyState,
)
from thenchot.training.models import Enrolment, Practice, SelfStudy, TrainingPlan


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


def practices(actor, on):
    """Reported by somebody else, guided by somebody of the actor's branches."""
    rows = Practice.objects.filter(state=PracticeState.REPORTED)
    over = answering(actor, VERIFY).over("mentor_unit__path")
    mine = rows.filter(over).exclude(reported_by=actor.account_id)
    own = Q(person__account=actor.account_id) | Q(mentor__account=actor.account_id)
    return mine.exclude(own).order_by("reported_on", "pk")


def say_practices(actor, rows, on):
    for row in rows.select_related("person")[:LINES]:
        url = reverse("training_practice_list") + "?state=reported"
        yield Line(row.person.full_name, url, row.post)


def self_study(actor, on):
    """Recorded by people of the actor's branches, not by the actor."""
    rows = SelfStudy.objects.filter(state=SelfStudyState.RECORDED)
    over = answering(actor, VERIFY).over("unit__path")
    mine = rows.filter(over).exclude(person__account=actor.account_id)
    return mine.order_by("finished_on", "pk")


def say_self_study(actor, rows, on):
    for row in rows.select_related("person")[:LINES]:
        url = reverse("self_study_list") + "?state=recorded"
        yield Line(row.person.full_name, url, row.name)


register(
    Waiting(48, "training_plan", _("Kế hoạch đào tạo chờ duyệt"), plans, say_plans),
    Waiting(49, "training_result", _("Kết quả học tập chờ xác nhận"), results, say_results),
    Waiting(
        45,
        "training_practice",
        _("Kết quả thực nghiệm chờ xác nhận"),
        practices,
        say_practices,
    ),
    Waiting(
        43,
        "self_study",
        _("Nội dung tự học chờ xác nhận"),
        self_study,
        say_self_study,
    ),
)
