"""A person disagrees with the score of a closed period (kiến nghị, Đ22)."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thenchot.worklog.models.assessments import Assessment


class Objection(models.Model):
    """One open at a time for a sheet. Upheld: the sheet is opened again and scored anew; else the
    answer stands.
    """

    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="+")
    text = models.TextField(_("Nội dung kiến nghị"))
    received_on = models.DateField(_("Ngày nhận"))
    due_on = models.DateField(_("Hạn giải quyết"))
    answer = models.TextField(_("Kết quả giải quyết"), blank=True)
    is_upheld = models.BooleanField(null=True, blank=True)
    settled_on = models.DateField(null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["-received_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["assessment"],
                condition=Q(settled_on__isnull=True),
                name="objection_open_once",
            ),
            models.CheckConstraint(
                condition=Q(settled_on__isnull=True, is_upheld__isnull=True)
                | Q(settled_on__isnull=False, is_upheld__isnull=False),
                name="objection_settled_pair",
            ),
        ]

    def __str__(self):
        return f"{self.assessment_id}: {self.text[:60]}"
