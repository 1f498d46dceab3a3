"""A breach of discipline at work: what happened, what the person explains, what came of it."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.discipline.labels import BREACH_KIND, HANDLING
from thenchot.discipline.models.cases import Case
from thenchot.organisation.models import Unit
from thenchot.organisation.models.scopes import ScopedByUnit
from thenchot.people.models import Person
from thenchot.platform.accounts.fields import by_account


class WorkBreach(models.Model):
    """Of one person on a day (S0-081, S2-038). The person may explain; whoever leads says what came
    of it.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(_("Loại"), max_length=14, choices=choices(BREACH_KIND))
    happened_on = models.DateField(_("Ngày"))
    text = models.CharField(_("Nội dung vi phạm"), max_length=600)
    explanation = models.CharField(_("Giải trình"), max_length=800, blank=True)
    explained_on = models.DateField(_("Ngày giải trình"), null=True, blank=True)
    handling = models.CharField(_("Xử lý"), max_length=10, choices=choices(HANDLING), blank=True)
    handled_on = models.DateField(_("Ngày xử lý"), null=True, blank=True)
    handled_note = models.CharField(_("Ý kiến"), max_length=400, blank=True)
    case = models.ForeignKey(
        Case, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    recorded_by = by_account()
    handled_by = by_account(blank=True)

    objects = ScopedByUnit.as_manager()

    class Meta:
        ordering = ["-happened_on", "-pk"]
        indexes = [models.Index(fields=["person", "happened_on"], name="breach_of_person")]
        constraints = [
            models.CheckConstraint(
                condition=Q(handling="", handled_on__isnull=True)
                | (~Q(handling="") & Q(handled_on__isnull=False)),
                name="breach_handled_pair",
            ),
            models.CheckConstraint(
                condition=Q(explanation="", explained_on__isnull=True)
                | (~Q(explanation="") & Q(explained_on__isnull=False)),
                name="breach_explained_pair",
            ),
        ]

    def __str__(self):
        return self.text[:80]
