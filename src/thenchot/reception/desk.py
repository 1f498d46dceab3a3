"""What waits for whoever decides: refusals to sign, sessions to conclude, promises opened again."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.platform.scope.nearest import answering
from thenchot.platform.ui.desk import LINES, Line, Waiting, register
from thenchot.reception.access import DECIDE, EDIT, KEEP
from thenchot.reception.enums import DirectionState, SlotState, VisitState
from thenchot.reception.models import Direction, Slot, Visit
from thenchot.reception.queries.visits import UNKEPT


def to_sign(actor, on):
    here = answering(actor, DECIDE).over("unit__path")
    rows = Visit.objects.filter(here, state=VisitState.REFUSED, is_written=True)
    return rows.filter(refusal_on__isnull=True).order_by("ground_on", "pk")


def say_refusals(actor, rows, on):
    for one in rows[:LINES]:
        url = reverse("citizen_visit", args=[one.pk])
        yield Line(f"{_('Thông báo từ chối tiếp')}: {one}", url, one.get_ground_display())


def to_conclude(actor, on):
    here = answering(actor, DECIDE).over("unit__path")
    rows = Slot.objects.filter(here, state=SlotState.HELD, concluded_on__isnull=True)
    return rows.filter(visits__received_on__isnull=False).distinct().order_by("on", "pk")


def say_sessions(actor, rows, on):
    for one in rows.select_related("leader")[:LINES]:
        yield Line(str(one), reverse("citizen_slot", args=[one.pk]), one.place)


def opened_again(actor, on):
    here = answering(actor, EDIT).over("unit__path")
    return Direction.objects.filter(here, state=DirectionState.REOPENED).order_by("due_on", "pk")


def say_promises(actor, rows, on):
    for one in rows.select_related("lead")[:LINES]:
        yield Line(str(one), reverse("citizen_direction_keep", args=[one.pk]), one.lead.name)


def to_keep(actor, on):
    """What the actor's units lead."""
    here = answering(actor, KEEP).over("lead__path")
    rows = Direction.objects.filter(here, UNKEPT, task__isnull=True)
    return rows.order_by("due_on", "pk")


register(Waiting(103, "citizen_refusal", _("Từ chối tiếp chờ ký"), to_sign, say_refusals))
register(Waiting(104, "citizen_session", _("Buổi tiếp chờ kết luận"), to_conclude, say_sessions))
register(
    Waiting(
        106,
        "citizen_lead",
        _("Việc đã hứa với dân, đơn vị chủ trì"),
        to_keep,
        say_promises,
        all_of="citizen_direction_list",
    )
)
register(Waiting(105, "citizen_promise", _("Dân mở lại việc đã hứa"), opened_again, say_promises))
