"""The official list of communes, wards and special zones."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Place(models.Model):
    """A commune, ward or special zone of the official list, by its five-digit code; imported, never
    typed in.
    """

    code = models.CharField(_("Mã"), max_length=5)
    province_code = models.CharField(_("Mã tỉnh"), max_length=2)
    name = models.CharField(_("Tên"), max_length=120)
    folded = models.CharField(max_length=120, db_index=True)
    valid_from = models.DateField(_("Từ ngày"))
    valid_to = models.DateField(_("Đến ngày"), null=True, blank=True)

    class Meta:
        ordering = ["code", "-valid_from"]
        constraints = [
            models.UniqueConstraint(
                fields=["code"], condition=Q(valid_to__isnull=True), name="place_code_once"
            ),
            models.UniqueConstraint(fields=["code", "valid_from"], name="place_version_once"),
        ]

    def __str__(self):
        return self.name
