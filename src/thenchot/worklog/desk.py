"""What waits for somebody in daily work: own plans, quick opinions."""

from django.db.models import Q
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from thenchot.platform.scope.nearest import answering
from thenchot.platform.ui.desk import Line, Waiting, register
from thenchot.worklog.access import ANSWER_OPINION, SCORE
from thenchot.worklog.actions.opinions import OPINION
from thenchot.worklog.enums import AssessmentState, OpinionState, PlanState
from thenchot.worklog.models import OpinionRequest, PlanLine
from thenchot.worklog.queries.assessments import waiting_for

WORDS = 20


def plan_lines(actor, on):
    """Work people propose for their own month, until whoever scores it answers."""
    rows = PlanLine.objects.filter(
        waiting_for(actor, "assessment__"),
        state=PlanState.PROPOSED,
        assessment__is_practice=False,
        assessment__dropped_at__isnull=True,
    )
    return rows.exclude(assessment__state=AssessmentState.CLOSED).order_by("due_on", "pk")


def say_plan_lines(actor, rows, on):
    for line in rows.select_related("assessment__person", "assessment__unit"):
        person, unit = line.assessment.person, line.assessment.unit
        url = reverse("assessment_detail", args=[line.assessment_id])
        yield Line(Truncator(line.name).words(WORDS), url, f"{person.full_name} · {unit}")


def opinions_asked(actor, on):
    """Of oneself by name, or of a unit nobody nearer answers for; never the own question."""
    of_unit = Q(person__isnull=True) & answering(actor, ANSWER_OPINION).over("unit__path")
    mine = Q(person__account=actor.account_id) | of_unit
    rows = OpinionRequest.objects.filter(mine, state=OpinionState.SENT)
    return rows.exclude(asked_by=actor.account_id).order_by("due_on", "pk")


def opinions_back(actor, on):
    """What one asked and was answered, or was not answered in time: to be decided."""
    back = Q(state=OpinionState.ANSWERED) | Q(state=OpinionState.SENT, due_on__lt=on)
    return OpinionRequest.objects.filter(back, asked_by=actor.account_id).order_by("due_on", "pk")


def say_opinions(actor, rows, on):
    for one in rows.select_related("from_unit", "unit"):
        url = OPINION.address("decide" if one.asked_by_id == actor.account_id else "answer", one)
        note = f"{one.from_unit} · {gettext('trả lời trước hết ngày')} {one.due_on:%d/%m/%Y}"
        yield Line(Truncator(one.question).words(WORDS), url, note)


register(
    Waiting(
        26, "plan", _("Việc nhân viên đề xuất"), plan_lines, say_plan_lines, SCORE, "month_board"
    ),
    Waiting(
        30,
        "opinion",
        _("Trả lời ý kiến nhanh"),
        opinions_asked,
        say_opinions,
        all_of="opinion_list",
    ),
    Waiting(
        32,
        "opinion_back",
        _("Quyết định sau ý kiến nhanh"),
        opinions_back,
        say_opinions,
        all_of="opinion_list",
    ),
)
