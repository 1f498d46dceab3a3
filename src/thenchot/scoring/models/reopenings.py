"""Closed sheets that were opened again."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from thenchot.worklog.models.assessments import Assessment


class Reopening(models.Model):
    """A closed sheet opened again: why, by whom, and the result that stood until then."""

    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(_("Lý do mở lại"), max_length=400)
    result = models.JSONField()
    total = models.DecimalField(max_digits=7, decimal_places=2, null=True)
    band = models.CharField(max_length=10, blank=True)
    closed_at = models.DateTimeField()
    reopened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    reopened_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-reopened_at", "-pk"]

    def __str__(self):
        return f"{self.assessment_id}: {self.reason[:60]}"
