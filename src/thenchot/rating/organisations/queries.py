"""Organisations of a round as pages read them."""

from django.db.models import QuerySet

from thenchot.platform.scope.actor import NotVisible
from thenchot.rating.models import OrganisationDecision, OrganisationRating, Round
from thenchot.worklog.access import SEE


def organisations_of(actor, found: Round, permission=SEE) -> QuerySet[OrganisationRating]:
    """Higher ones after lower ones are decided; here in the order of the tree."""
    return (
        OrganisationRating.objects.visible_to(actor, permission)
        .filter(round=found)
        .select_related("unit", "round__unit")
        .order_by("unit__path")
    )


def with_organisation_decisions(rows: list[OrganisationRating]) -> list[OrganisationRating]:
    """Each with the decision in force. One query."""
    decided = {one.body_id: one for one in OrganisationDecision.objects.filter(body__in=rows)}
    for body in rows:
        body.decision = decided.get(body.pk)
    return rows


def get_organisation(actor, pk: int) -> OrganisationRating:
    """With the decision in force."""
    found = (
        OrganisationRating.objects.visible_to(actor, SEE)
        .select_related("unit", "round__unit")
        .filter(pk=pk)
        .first()
    )
    if found is None:
        raise NotVisible(f"body rating {pk}")
    return with_organisation_decisions([found])[0]


def decisions_about(body: OrganisationRating) -> list[OrganisationDecision]:
    """Replaced ones too, the latest first."""
    rows = OrganisationDecision.history.filter(body=body).select_related("recorded_by")
    return list(rows.order_by("-recorded_at", "-pk"))
