"""What waits for somebody in placement: cases whose steps are all done."""

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.people.queries import not_about_oneself
from thenchot.placement.access import DECIDE
from thenchot.placement.enums import ProcedureState
from thenchot.placement.models import Procedure, ProcedureStep
from thenchot.platform.scope.nearest import answering
from thenchot.platform.ui.desk import LINES, Line, Waiting, register


def to_decide(actor, on):
    """Open, every step done, not the own case."""
    waiting = ProcedureStep.objects.filter(procedure=OuterRef("pk"), done_on__isnull=True)
    over = answering(actor, DECIDE).over("unit__path")
    rows = Procedure.objects.filter(over, ~Exists(waiting), state=ProcedureState.OPEN)
    return not_about_oneself(rows, actor).order_by("opened_on", "pk")


def say_cases(actor, rows, on):
    for case in rows.select_related("person")[:LINES]:
        yield Line(case.name, reverse("procedure", args=[case.pk]), case.person.full_name)


register(Waiting(51, "procedure", _("Quy trình chờ quyết định"), to_decide, say_cases))
