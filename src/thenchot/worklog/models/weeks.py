"""The count of a unit's week."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from thenchot.organisation.models import Unit


class WeekQuerySet(models.QuerySet):
    def visible_to(self, actor, permission=None):
        return self.filter(unit__in=Unit.objects.visible_to(actor, permission).values("pk"))


class WeekCount(models.Model):
    """The head looked through the unit's week (S0-080). A week nobody confirmed never keeps a month
    from closing.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    starts_on = models.DateField(_("Tuần từ ngày"))
    finished = models.PositiveIntegerField(_("Số việc xong trong tuần"))
    note = models.CharField(_("Ghi chú"), max_length=400, blank=True)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    confirmed_at = models.DateTimeField(auto_now_add=True)

    objects = WeekQuerySet.as_manager()

    class Meta:
        ordering = ["-starts_on"]
        constraints = [models.UniqueConstraint(fields=["unit", "starts_on"], name="week_once")]

    def __str__(self):
        return f"{self.unit_id}: {self.starts_on:%d/%m/%Y}"
