"""What waits for somebody: initiatives to answer, praise to propose, awards to decide."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.commendation.access import DECIDE, EDIT
from thenchot.commendation.enums import AwardState, InitiativeState
from thenchot.commendation.models import Award, Initiative
from thenchot.commendation.queries import PRAISED_WITHIN
from thenchot.platform.scope.nearest import answering
from thenchot.platform.ui.desk import LINES, Line, Waiting, register
from thenchot.worklog.models import HardTask


def to_answer(actor, on):
    over = answering(actor, DECIDE).over("unit__path")
    rows = Initiative.objects.filter(over, state=InitiativeState.PROPOSED)
    return rows.exclude(proposed_by=actor.account_id).order_by("proposed_on", "pk")


def say_initiatives(actor, rows, on):
    for one in rows.select_related("author")[:LINES]:
        url = reverse("initiative_answer", args=[one.pk])
        yield Line(one.name, url, one.author.full_name)


def to_praise(actor, on):
    over = answering(actor, EDIT).over("unit__path")
    praised = Award.objects.filter(hard_task__isnull=False).exclude(state=AwardState.REFUSED)
    rows = HardTask.objects.filter(over, state="solved", ended_on__gte=on - PRAISED_WITHIN)
    return rows.exclude(pk__in=praised.values("hard_task")).order_by("-ended_on", "-pk")


def say_praise(actor, rows, on):
    for task in rows.select_related("solved_by")[:LINES]:
        url = reverse("praise_propose", args=[task.pk])
        yield Line(task.name, url, task.solved_by.full_name if task.solved_by else "")


def to_decide(actor, on):
    over = answering(actor, DECIDE).over("unit__path")
    return Award.objects.filter(over, state=AwardState.VOTED).order_by("voted_on", "pk")


def say_awards(actor, rows, on):
    for award in rows.select_related("person", "unit")[:LINES]:
        yield Line(str(award), reverse("award_decide", args=[award.pk]), award.reason)


register(
    Waiting(
        79,
        "initiative",
        _("Sáng kiến chờ trả lời"),
        to_answer,
        say_initiatives,
        all_of="initiative_list",
    ),
    Waiting(
        80, "praise", _("Việc khó đã xong, gợi ý khen"), to_praise, say_praise, all_of="praise_list"
    ),
    Waiting(
        81, "award", _("Khen thưởng chờ quyết định"), to_decide, say_awards, all_of="award_list"
    ),
)
