"""A month's products by position: given to many people in one action (Đ18.1.d: everybody must be
given tasks).
"""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.models.catalogue import Product, decimals
from thenchot.organisation.models import JobPosition, Unit
from thenchot.organisation.models.scopes import ScopedByUnit


class Template(models.Model):
    """For everybody of the unit and below who holds the job position or the title; with neither,
    for everybody there.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(_("Tên mẫu giao việc"), max_length=200)
    position = models.ForeignKey(
        JobPosition, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    title = models.CharField(_("Chức danh"), max_length=160, blank=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    made_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = ScopedByUnit.as_manager()

    class Meta:
        ordering = ["unit__path", "name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "name"],
                condition=Q(ended_at__isnull=True),
                name="template_name_once",
            ),
            models.CheckConstraint(
                condition=Q(position__isnull=True) | Q(title=""), name="template_position_or_title"
            ),
        ]

    def __str__(self):
        return self.name


class TemplateLine(models.Model):
    """`quantity` products a month, due on `due_day` of it (none: its last day). A changed line is a
    new one.
    """

    template = models.ForeignKey(Template, on_delete=models.PROTECT, related_name="lines")
    product = models.ForeignKey(Product, on_delete=models.PROTECT, related_name="+")
    quantity = decimals(_("Số lượng một tháng"))
    due_day = models.PositiveSmallIntegerField(_("Hạn vào ngày"), null=True, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)
    dropped_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["template", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["template", "product"],
                condition=Q(dropped_at__isnull=True),
                name="template_line_once",
            ),
            models.CheckConstraint(condition=Q(quantity__gt=0), name="template_quantity_positive"),
            models.CheckConstraint(
                condition=Q(due_day__isnull=True) | Q(due_day__gte=1, due_day__lte=31),
                name="template_due_day",
            ),
        ]

    def __str__(self):
        return f"{self.template_id}: {self.product_id} × {self.quantity}"
