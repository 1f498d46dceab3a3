"""A document between upload and confirmation: what was understood, and what the officer made of
it.
"""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from thenchot.organisation.models import Unit
from thenchot.platform.files.models import StoredFile
from thenchot.platform.jobs.models import Job
from thenchot.programmes.models.fields import ProposalField


class DraftQuerySet(models.QuerySet):
    def visible_to(self, actor):
        return self.filter(home__in=Unit.objects.under(actor.paths_for("programmes.import")))


class Draft(models.Model):
    """`proposal` is the importer's reading with the officer's corrections; `versions` (by item)
    guards against lost edits.
    """

    STATES = [
        ("reading", _("đang đọc")),
        ("review", _("đang đối chiếu")),
        ("confirmed", _("đã giao")),
        ("dropped", _("đã bỏ")),
        ("failed", _("không đọc được")),
    ]

    home = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    original = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=STATES, default="reading")
    proposal = ProposalField()
    versions = models.JSONField(default=dict)
    job = models.ForeignKey(Job, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    failure = models.CharField(max_length=400, blank=True)
    programme = models.OneToOneField(
        "programmes.Programme", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    started_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects = DraftQuerySet.as_manager()

    class Meta:
        ordering = ["-updated_at"]

    def __str__(self):
        return f"{self.original} ({self.state})"

    def version_of(self, part: str) -> int:
        return self.versions.get(part, 1)
