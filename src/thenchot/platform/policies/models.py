"""Values a province or a ward sets for itself: dated, with basis, entered by one person and
confirmed by another.
"""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class LocalValueQuerySet(models.QuerySet):
    def in_force_ever(self):
        return self.filter(confirmed_at__isnull=False, withdrawn_at__isnull=True)

    def waiting(self):
        return self.filter(confirmed_at__isnull=True, withdrawn_at__isnull=True)


class LocalValue(models.Model):
    path = models.CharField(max_length=200, db_index=True)
    key = models.CharField(_("Chính sách"), max_length=80)
    value = models.JSONField(_("Giá trị"))
    basis = models.CharField(_("Văn bản làm căn cứ"), max_length=300)
    valid_from = models.DateField(_("Từ ngày"))
    valid_to = models.DateField(_("Đến ngày"), null=True, blank=True)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    entered_at = models.DateTimeField(auto_now_add=True)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    confirmed_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = LocalValueQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["key", "path", "valid_from"], name="value_key_path")]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="value_ends_after_start",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_by__isnull=True, confirmed_at__isnull=True)
                | Q(confirmed_by__isnull=False, confirmed_at__isnull=False),
                name="value_confirmed_pair",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_by__isnull=True, withdrawn_at__isnull=True)
                | Q(withdrawn_by__isnull=False, withdrawn_at__isnull=False),
                name="value_withdrawn_pair",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_by__isnull=True) | ~Q(confirmed_by=F("entered_by")),
                name="value_second_person",
            ),
        ]

    def __str__(self):
        return f"{self.key}@{self.path}"
