"""Functions of units, and which unit holds them."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from thenchot.organisation.enums import LEVELS
from thenchot.organisation.models.scopes import OwnOrAbove
from thenchot.organisation.models.tree import Unit


class Duty(models.Model):
    """A function or task that some unit must hold (chức năng, nhiệm vụ), with its basis; also a
    power delegated to a level (S3-055): a duty of the province with the level "commune" is to be
    held in every commune below it.

    `level` empty: only the unit itself is meant.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="duties")
    code = models.CharField(_("Mã"), max_length=40, blank=True)
    name = models.CharField(_("Chức năng, nhiệm vụ"), max_length=300)
    field = models.CharField(_("Lĩnh vực"), max_length=120, blank=True)
    level = models.CharField(_("Giao cho cấp"), max_length=20, choices=LEVELS, blank=True)
    is_delegated = models.BooleanField(_("Được phân cấp, phân quyền"), default=False)
    basis = models.CharField(_("Căn cứ"), max_length=300)
    valid_from = models.DateField(_("Từ ngày"))
    valid_to = models.DateField(_("Đến ngày"), null=True, blank=True)

    objects = OwnOrAbove.as_manager()

    class Meta:
        ordering = ["unit", "field", "name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="duty_ends_after_start",
            )
        ]

    def __str__(self):
        return self.name


class DutyHolder(models.Model):
    """The unit that holds a function, alone responsible or helping. Two responsible ones overlap;
    none: an orphan.
    """

    duty = models.ForeignKey(Duty, on_delete=models.PROTECT, related_name="holders")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    is_responsible = models.BooleanField(_("Chủ trì"), default=True)
    valid_from = models.DateField(_("Từ ngày"))
    valid_to = models.DateField(_("Đến ngày"), null=True, blank=True)

    class Meta:
        ordering = ["duty", "-is_responsible", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="holder_ends_after_start",
            )
        ]

    def __str__(self):
        return f"{self.unit}: {self.duty}"
