"""What waits for somebody in the catalogue of products: catalogues sent in, proposals."""

from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.access import APPROVE_CATALOGUE
from thenchot.catalogue.enums import CatalogueState, ProposalState
from thenchot.catalogue.models import Catalogue, ProductProposal
from thenchot.platform.scope.nearest import answering
from thenchot.platform.ui.desk import Line, Waiting, register

WORDS = 20


def catalogues(actor, on):
    """Sent in by somebody else."""
    over = answering(actor, APPROVE_CATALOGUE).over("unit__path")
    rows = Catalogue.objects.filter(over, state=CatalogueState.SUBMITTED)
    own = rows.filter(made_by=actor.account_id) | rows.filter(submitted_by=actor.account_id)
    return rows.exclude(pk__in=own.values("pk")).order_by("pk")


def say_catalogues(actor, rows, on):
    for one in rows.select_related("unit"):
        yield Line(str(one), reverse("catalogue_detail", args=[one.pk]), str(one.unit))


def proposals(actor, on):
    over = answering(actor, APPROVE_CATALOGUE).over("unit__path")
    rows = ProductProposal.objects.filter(over, state=ProposalState.OPEN)
    return rows.exclude(proposed_by=actor.account_id).order_by("proposed_at", "pk")


def say_proposals(actor, rows, on):
    for one in rows.select_related("unit"):
        url = reverse("product_proposal_detail", args=[one.pk])
        yield Line(Truncator(one.name).words(WORDS), url, str(one.unit))


register(
    Waiting(
        44,
        "catalogue",
        _("Duyệt danh mục sản phẩm"),
        catalogues,
        say_catalogues,
        APPROVE_CATALOGUE,
        "catalogue_list",
    ),
    Waiting(
        46,
        "product_proposal",
        _("Đề xuất bổ sung danh mục"),
        proposals,
        say_proposals,
        APPROVE_CATALOGUE,
        "product_proposal_list",
    ),
)
