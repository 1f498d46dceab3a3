"""Congresses and who stands on their lists."""

from django.db.models import Count, Q

from thenchot.cells.access import SEE
from thenchot.cells.models import Candidate, Congress
from thenchot.platform.scope.actor import get_visible


def list_congresses(actor, permission: str = SEE):
    return (
        Congress.objects.visible_to(actor, permission)
        .select_related("unit")
        .annotate(
            names=Count("candidates"),
            chosen=Count("candidates", filter=Q(candidates__is_elected=True)),
        )
        .order_by("-planned_on", "unit__path", "pk")
    )


def get_congress(actor, pk: int) -> Congress:
    return get_visible(list_congresses(actor), pk)


def candidates_of(congress: Congress):
    rows = Candidate.objects.filter(congress=congress)
    return rows.select_related("member__person", "member__unit", "congress__unit").order_by("pk")
