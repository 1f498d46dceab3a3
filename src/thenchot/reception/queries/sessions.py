"""Rotas and sessions: lists, one."""

from django.db.models import Count, Q

from thenchot.platform.scope.actor import get_visible
from thenchot.reception.access import SEE
from thenchot.reception.enums import VisitState
from thenchot.reception.models import Rota, Slot

CAME = Q(visits__received_on__isnull=False)
WAITS = Q(visits__state=VisitState.BOOKED)


def list_rotas(actor, permission=SEE):
    rows = Rota.objects.visible_to(actor, permission).select_related("unit", "leader")
    return rows.order_by("ended_on", "unit", "duty", "pk")


def get_rota(actor, pk: int) -> Rota:
    return get_visible(list_rotas(actor), pk)


def list_slots(actor, permission=SEE):
    rows = Slot.objects.visible_to(actor, permission)
    rows = rows.select_related("unit", "leader", "held_by", "moved_to", "rota")
    return rows.annotate(
        came=Count("visits", CAME, distinct=True), booked=Count("visits", WAITS, distinct=True)
    ).order_by("-on", "starts_at", "pk")


def get_slot(actor, pk: int) -> Slot:
    return get_visible(list_slots(actor), pk)
