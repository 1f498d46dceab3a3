"""What the Front supervised and criticised, and what waits for an answer."""

from django.db.models import Count, Q

from thenchot.organisation.enums import UnitKind
from thenchot.organisation.models import Unit
from thenchot.oversight.access import SEE_SOCIAL
from thenchot.oversight.models import Recommendation, SocialSupervision
from thenchot.platform.scope.actor import NotVisible


def _visible(actor, permission: str):
    """Of bodies the actor sees, and about units the actor sees: whoever is asked must read it."""
    units = Unit.objects.visible_to(actor, permission).values("pk")
    asked = Recommendation.objects.filter(unit__in=units).values("supervision")
    return SocialSupervision.objects.filter(
        Q(unit__in=units) | Q(subject__in=units) | Q(pk__in=asked)
    )


def list_supervisions(actor, permission=SEE_SOCIAL):
    waits = Q(recommendations__answer="")
    return (
        _visible(actor, permission)
        .select_related("unit", "subject", "programme")
        .annotate(
            asked=Count("recommendations", distinct=True),
            waiting=Count("recommendations", filter=waits, distinct=True),
        )
        .order_by("-held_on", "-pk")
    )


def get_supervision(actor, pk: int) -> SocialSupervision:
    found = list_supervisions(actor).filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


def recommendations_of(supervision: SocialSupervision):
    rows = Recommendation.objects.filter(supervision=supervision)
    return rows.select_related("unit", "supervision__unit").order_by("due_on", "pk")


def get_recommendation(actor, pk: int) -> Recommendation:
    visible = _visible(actor, SEE_SOCIAL).values("pk")
    rows = Recommendation.objects.filter(supervision__in=visible)
    found = rows.select_related("unit", "supervision__unit").filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


def bodies_of(actor, permission: str):
    """Bodies of the Front and mass organisations for which the actor speaks."""
    rows = Unit.objects.visible_to(actor, permission)
    return rows.filter(kind=UnitKind.MASS, valid_to__isnull=True).order_by("path")
