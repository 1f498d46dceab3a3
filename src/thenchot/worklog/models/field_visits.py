"""Days among the people."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.organisation.models import Unit
from thenchot.people.models import Person
from thenchot.worklog.enums import FieldVisitKind
from thenchot.worklog.labels import FIELD_VISIT_KIND


class FieldVisitQuerySet(models.QuerySet):
    def visible_to(self, actor, permission=None):
        """One's own, and those of the people of the actor's branches."""
        own = Q(person__account=actor.account_id) if actor.account_id else Q(pk__in=[])
        units = Unit.objects.visible_to(actor, permission).values("pk")
        return self.filter(Q(unit__in=units) | own, dropped_at__isnull=True)


class FieldVisit(models.Model):
    """A day among the people (S4-053, S4-058): counted by person and quarter, never part of the
    decree's formula. `unit` is where the person worked that day.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    happened_on = models.DateField(_("Ngày"))
    kind = models.CharField(_("Loại"), max_length=10, choices=choices(FIELD_VISIT_KIND))
    place = models.CharField(_("Nơi đến"), max_length=200)
    result = models.TextField(_("Nắm được gì, tháo gỡ được gì"))
    evidence = models.CharField(_("Minh chứng"), max_length=400, blank=True)
    entered_at = models.DateTimeField(auto_now_add=True)
    dropped_at = models.DateTimeField(null=True, blank=True)

    objects = FieldVisitQuerySet.as_manager()

    class Meta:
        ordering = ["-happened_on", "-pk"]
        indexes = [
            models.Index(fields=["unit", "happened_on"], name="field_visit_unit"),
            models.Index(fields=["person", "happened_on"], name="field_visit_person"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=list(FieldVisitKind)), name="field_visit_kind_known"
            )
        ]

    def __str__(self):
        return f"{self.happened_on:%d/%m/%Y} {self.place[:60]}"
