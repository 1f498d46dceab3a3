"""Proposals for the catalogue with what colleagues said."""

from dataclasses import dataclass

from django.db.models import Count, Prefetch, Q, QuerySet

from thenchot.catalogue.enums import ProposalState
from thenchot.catalogue.models import ProductProposal, RatioEstimate
from thenchot.catalogue.rules.converting import Yardstick, yardstick
from thenchot.platform.scope.actor import NotVisible


@dataclass(frozen=True)
class Voices:
    """`own`: what the reader said; the others stay hidden until then, unless the reader decides."""

    given: list[RatioEstimate]
    own: RatioEstimate | None
    yardstick: Yardstick | None


def list_proposals(actor) -> QuerySet[ProductProposal]:
    """Open ones first, each with how many colleagues have said a ratio (`voices`)."""
    voices = Count("ratios", filter=Q(ratios__replaced_at__isnull=True))
    rows = ProductProposal.objects.visible_to(actor).select_related(
        "unit", "proposed_by", "product"
    )
    is_open = Q(state=ProposalState.OPEN)
    return rows.annotate(voices=voices, waits=Count("pk", filter=is_open)).order_by(
        "-waits", "-proposed_at", "-pk"
    )


def get_proposal(actor, pk: int) -> ProductProposal:
    standing = Prefetch(
        "ratios",
        RatioEstimate.objects.filter(replaced_at__isnull=True).select_related("given_by"),
        to_attr="standing",
    )
    rows = ProductProposal.objects.visible_to(actor).select_related(
        "unit", "proposed_by", "decided_by", "product__catalogue"
    )
    found = rows.prefetch_related(standing).filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


def voices_of(actor, found: ProductProposal) -> Voices:
    own = next((one for one in found.standing if one.given_by_id == actor.account_id), None)
    return Voices(found.standing, own, yardstick([one.ratio for one in found.standing]))


def own_ratio(actor, proposal: ProductProposal) -> dict:
    """What the reader said so far."""
    own = voices_of(actor, proposal).own
    return {"ratio": own.ratio, "note": own.note} if own else {}


def median(actor, proposal: ProductProposal) -> dict:
    """The factor colleagues propose."""
    middle = voices_of(actor, proposal).yardstick
    return {"factor": middle and middle.median}
