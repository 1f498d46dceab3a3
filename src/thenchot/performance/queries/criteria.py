"""Sets of criteria: one by its id, those that serve a unit."""

from django.db.models import Prefetch, QuerySet

from thenchot.organisation.models import Unit
from thenchot.performance.enums import CriteriaState
from thenchot.performance.models import CriteriaSet, Criterion
from thenchot.platform.scope.actor import NotVisible


def list_sets(actor) -> QuerySet[CriteriaSet]:
    return (
        CriteriaSet.objects.visible_to(actor)
        .select_related("unit")
        .exclude(state=CriteriaState.REPLACED)
        .order_by("unit__path", "code", "-version")
    )


def get_set(actor, pk: int) -> CriteriaSet:
    """With its criteria (`lines`), without those taken out of a draft."""
    lines = Prefetch("criteria", Criterion.objects.filter(is_dropped=False), to_attr="lines")
    found = (
        CriteriaSet.objects.visible_to(actor)
        .select_related("unit", "issued_by")
        .prefetch_related(lines)
        .filter(pk=pk)
        .first()
    )
    if found is None:
        raise NotVisible
    return found


def get_set_for(actor, pk: int, unit: Unit) -> CriteriaSet:
    """A set that holds in the unit: its own, or of a unit above."""
    found = (
        CriteriaSet.objects.visible_to(actor)
        .select_related("unit")
        .filter(pk=pk, unit__in=unit.ancestor_ids)
        .first()
    )
    if found is None:
        raise NotVisible
    return found


def get_criterion(actor, pk: int) -> Criterion:
    found = Criterion.objects.filter(
        pk=pk, is_dropped=False, set__in=CriteriaSet.objects.visible_to(actor).values("pk")
    ).first()
    if found is None:
        raise NotVisible
    return found
