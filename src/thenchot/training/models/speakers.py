"""Reporters and propagandists of the grassroots, and those who teach besides their own work."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.organisation.models import Unit
from thenchot.organisation.models.scopes import ScopedByUnit
from thenchot.people.models import Person
from thenchot.training.labels import SPEAKER_KIND


class SpeakerQuerySet(ScopedByUnit):
    def on(self, day):
        """Those who serve on a day."""
        return self.filter(Q(valid_to__isnull=True) | Q(valid_to__gte=day), valid_from__lte=day)


class Speaker(models.Model):
    """A person is named reporter, propagandist or part-time lecturer (S3-047), from a day to a day,
    by a decision; `unit`: where the person works. It ends, it is never deleted.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(_("Là"), max_length=12, choices=choices(SPEAKER_KIND))
    subjects = models.CharField(_("Nội dung phụ trách"), max_length=300, blank=True)
    decision = models.CharField(_("Quyết định công nhận"), max_length=200)
    valid_from = models.DateField(_("Từ ngày"))
    valid_to = models.DateField(_("Đến ngày"), null=True, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )

    objects = SpeakerQuerySet.as_manager()

    class Meta:
        ordering = ["person__sort_key", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "kind"],
                condition=Q(valid_to__isnull=True),
                name="speaker_once_of_a_kind",
            ),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="speaker_ends_after",
            ),
        ]

    def __str__(self):
        return f"{self.person}: {self.get_kind_display()}"
