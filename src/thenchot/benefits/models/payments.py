"""Lists of what is paid in a month from a line of the budget."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thenchot.benefits.enums import PaymentState
from thenchot.benefits.labels import PART, PAYMENT_STATE
from thenchot.benefits.models.cases import Case
from thenchot.catalogue.labels import choices
from thenchot.organisation.models import Unit
from thenchot.organisation.models.scopes import ScopedByUnit
from thenchot.platform.accounts.fields import by_account


class Payment(models.Model):
    """`month`: its first day. Once approved its lines never change."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    month = models.DateField(_("Tháng"))
    budget_line = models.CharField(_("Mục ngân sách"), max_length=160)
    state = models.CharField(
        max_length=8, choices=choices(PAYMENT_STATE), default=PaymentState.DRAFT
    )
    drawn_by = by_account()
    decision = models.CharField(_("Số văn bản duyệt chi"), max_length=120, blank=True)
    approved_on = models.DateField(_("Duyệt chi ngày"), null=True, blank=True)
    approved_by = by_account(blank=True)

    objects = ScopedByUnit.as_manager()

    class Meta:
        ordering = ["-month", "budget_line", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "month", "budget_line"], name="payment_list_once"
            ),
            models.CheckConstraint(
                condition=Q(state="approved", approved_on__isnull=False)
                | (~Q(state="approved") & Q(approved_on__isnull=True)),
                name="payment_approved_pair",
            ),
        ]

    def __str__(self):
        return f"{self.budget_line} {self.month:%m/%Y}"


class PaymentItem(models.Model):
    """What one case is paid in the list: once, or for its month. Never twice."""

    payment = models.ForeignKey(Payment, on_delete=models.PROTECT, related_name="items")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="payments")
    part = models.CharField(max_length=5, choices=choices(PART))
    month = models.DateField(null=True, blank=True)
    amount = models.PositiveBigIntegerField(_("Số tiền (đồng)"))
    is_dropped = models.BooleanField(default=False)

    class Meta:
        ordering = ["payment", "case__person__sort_key", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["case"],
                condition=Q(part="once", is_dropped=False),
                name="paid_once",
            ),
            models.UniqueConstraint(
                fields=["case", "month"],
                condition=Q(part="month", is_dropped=False),
                name="paid_once_a_month",
            ),
            models.CheckConstraint(
                condition=Q(part="once", month__isnull=True) | Q(part="month", month__isnull=False),
                name="payment_month_pair",
            ),
        ]

    def __str__(self):
        return f"{self.case_id}: {self.amount}"
