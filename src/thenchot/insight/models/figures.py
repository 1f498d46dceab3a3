"""Figures as they were counted, for trends and for places above a commune."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from thenchot.organisation.models import Unit


class FigureQuerySet(models.QuerySet):
    def visible_to(self, actor, permission=None):
        return self.filter(home__in=Unit.objects.visible_to(actor, permission).values("pk"))


class Figure(models.Model):
    """An indicator of a commune or province on a day: `part` of `whole`, `unknown` people of whom
    the file does not tell.

    One row a day; counted again on the same day it is replaced by the later count. `policy`: hash
    of the values used.
    """

    indicator = models.CharField(_("Chỉ số"), max_length=60)
    home = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    on = models.DateField(_("Ngày số liệu"))
    part = models.PositiveIntegerField(_("Tử số"))
    whole = models.PositiveIntegerField(_("Mẫu số"))
    unknown = models.PositiveIntegerField(_("Chưa rõ"), default=0)
    policy = models.CharField(max_length=64)
    recorded_at = models.DateTimeField()

    objects = FigureQuerySet.as_manager()

    class Meta:
        ordering = ["indicator", "home", "on"]
        constraints = [
            models.UniqueConstraint(fields=["home", "indicator", "on"], name="figure_once_a_day"),
            models.CheckConstraint(
                condition=Q(unknown__lte=F("whole")), name="figure_unknown_within"
            ),
        ]

    def __str__(self):
        return f"{self.indicator} {self.home_id} {self.on}"
