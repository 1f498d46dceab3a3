"""The first steps of this room, by role."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.scope.roles import Role
from thenchot.platform.ui.starting import Step, register
from thenchot.worklog.access import SCORE, SEE
from thenchot.worklog.enums import AssessmentState, PlanState
from thenchot.worklog.models import Assessment, PlanLine, Work
from thenchot.worklog.queries.assessments import my_assessments


def _own(model):
    return lambda actor: model.objects.filter(assessment__in=my_assessments(actor).values("pk"))


def _scored(actor):
    return Assessment.objects.visible_to(actor, SCORE).exclude(person__account=actor.account_id)


def _accepted(actor):
    lines = PlanLine.objects.filter(assessment__in=_scored(actor).values("pk"))
    return lines.filter(state=PlanState.ACCEPTED)


register(
    Step(
        Role.OFFICER,
        40,
        _("Mở tháng theo dõi, đánh giá đầu tiên"),
        "month_board",
        lambda actor: Assessment.objects.visible_to(actor, SEE),
    ),
    Step(Role.HEAD, 20, _("Lập kế hoạch tháng của mình"), "my_month", _own(PlanLine)),
    Step(Role.HEAD, 30, _("Chấp nhận kế hoạch đầu tiên của nhân viên"), "month_board", _accepted),
    Step(
        Role.HEAD,
        40,
        _("Chốt tháng đầu tiên"),
        "month_board",
        lambda actor: _scored(actor).filter(state=AssessmentState.CLOSED),
    ),
    Step(Role.STAFF, 10, _("Lập kế hoạch tháng đầu tiên"), "my_month", _own(PlanLine)),
    Step(
        Role.STAFF,
        20,
        _("Báo kết quả việc đầu tiên"),
        "my_month",
        lambda actor: _own(Work)(actor).filter(done_on__isnull=False),
    ),
    Step(
        Role.STAFF,
        30,
        _("Tự chấm điểm và gửi phiếu"),
        "my_month",
        lambda actor: my_assessments(actor).exclude(state=AssessmentState.OPEN),
    ),
)
