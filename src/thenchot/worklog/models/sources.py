"""What the lists of a ward's own systems mean: said once for each source, offered again."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.organisation.models import Unit
from thenchot.organisation.models.scopes import ScopedByUnit
from thenchot.worklog.enums import Origin
from thenchot.worklog.labels import ORIGIN


class SourceMapping(models.Model):
    """`columns`: what is asked -> heading of the list; `products`: folded kind of work -> code of
    the catalogue, "" for every other kind; `people`: folded name or account there -> id of the
    person. `origin`: work of the first assignment, or what came suddenly (Đ18.1.d).
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    source = models.CharField(_("Nguồn"), max_length=60)
    columns = models.JSONField(default=dict, blank=True)
    products = models.JSONField(default=dict, blank=True)
    people = models.JSONField(default=dict, blank=True)
    origin = models.CharField(
        _("Được giao thế nào"), max_length=12, choices=choices(ORIGIN), default=Origin.ASSIGNED
    )
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    saved_at = models.DateTimeField(auto_now=True)

    objects = ScopedByUnit.as_manager()

    class Meta:
        ordering = ["unit", "source"]
        constraints = [
            models.UniqueConstraint(fields=["unit", "source"], name="source_mapping_once")
        ]

    def __str__(self):
        return f"{self.unit_id}: {self.source}"
