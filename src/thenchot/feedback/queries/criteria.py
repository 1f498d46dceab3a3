"""Sets of criteria: one by its id, those that serve a unit."""

from collections.abc import Collection
from decimal import Decimal

from django.db.models import Prefetch, QuerySet

from thenchot.feedback.enums import CriteriaState
from thenchot.feedback.models import CriteriaSet, Criterion
from thenchot.organisation.models import Unit
from thenchot.platform.scope.actor import NotVisible
from thenchot.scoring.group_weights import GroupWeights
from thenchot.worklog.models import Assessment


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
    rows = Criterion.objects.filter(
        is_dropped=False, set__in=CriteriaSet.objects.visible_to(actor).values("pk")
    )
    found = rows.select_related("set__unit").filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


def weights_of_groups(assessment: Assessment, groups: Collection[str]) -> GroupWeights | None:
    """Of the nearest set in force at the end of the period that has exactly these groups and holds
    for this capacity.
    """
    rows = (
        CriteriaSet.objects.in_force(assessment.ends_on)
        .serving(assessment.unit)
        .select_related("unit")
        .prefetch_related("criteria")
    )
    fitting = [
        one
        for one in rows
        if assessment.kind in one.kinds and {code for code, _ in one.groups} == set(groups)
    ]
    nearest = max(fitting, key=lambda one: (one.unit.depth, one.pk), default=None)
    return nearest and GroupWeights(str(nearest), nearest.basis, _weights(nearest, groups))


def _weights(criteria: CriteriaSet, groups: Collection[str]) -> dict[str, Decimal]:
    held = [one for one in criteria.criteria.all() if not one.is_dropped]
    return {
        code: sum((one.weight for one in held if one.group == code), Decimal(0)) for code in groups
    }
