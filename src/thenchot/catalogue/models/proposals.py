"""Work that the catalogue does not know yet, and what colleagues say it is worth (Đ13; work without
a name).
"""

from decimal import Decimal

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.enums import ProposalState
from thenchot.catalogue.labels import PROPOSAL_STATE, choices
from thenchot.catalogue.models.catalogue import Product, decimals
from thenchot.organisation.models import Unit
from thenchot.organisation.models.scopes import OwnOrAbove


class ProductProposal(models.Model):
    """Anybody proposes a product of the unit; `work_id`: the item of the own sheet that has no
    factor yet (`waiting`). Signed, it is a line of the catalogue in force (`product`), and the work
    counts.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(_("Công việc"), max_length=600)
    output = models.CharField(_("Sản phẩm đầu ra"), max_length=400)
    reason = models.CharField(_("Vì sao cần thêm"), max_length=400, blank=True)
    work_id = models.BigIntegerField(null=True, blank=True)
    state = models.CharField(
        _("Trạng thái"),
        max_length=8,
        choices=choices(PROPOSAL_STATE),
        default=ProposalState.OPEN,
    )
    product = models.ForeignKey(
        Product, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    basis = models.CharField(_("Văn bản quyết định"), max_length=300, blank=True)
    note = models.CharField(_("Lý do"), max_length=400, blank=True)
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    proposed_at = models.DateTimeField(auto_now_add=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)

    objects = OwnOrAbove.as_manager()

    class Meta:
        ordering = ["-proposed_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="open", decided_at__isnull=True)
                | (~Q(state="open") & Q(decided_at__isnull=False)),
                name="product_proposal_decided_pair",
            ),
            models.CheckConstraint(
                condition=~Q(state="signed") | Q(product__isnull=False),
                name="product_proposal_signed_has_product",
            ),
        ]

    def __str__(self):
        return self.name[:80]


class RatioEstimate(models.Model):
    """How many standard products one colleague says it is worth. Said anew, the former answer
    stays, with the day.
    """

    proposal = models.ForeignKey(ProductProposal, on_delete=models.PROTECT, related_name="ratios")
    ratio = decimals(_("Bằng bao nhiêu sản phẩm chuẩn"))
    note = models.CharField(_("So với việc nào"), max_length=300, blank=True)
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    given_at = models.DateTimeField(auto_now_add=True)
    replaced_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["given_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["proposal", "given_by"],
                condition=Q(replaced_at__isnull=True),
                name="ratio_once",
            ),
            models.CheckConstraint(condition=Q(ratio__gt=Decimal(0)), name="ratio_positive"),
        ]

    def __str__(self):
        return f"{self.proposal_id}: {self.ratio}"
