"""Who is looked at each quarter: in and out, up and down."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.discipline.labels import WAY
from thenchot.organisation.models import Unit
from thenchot.organisation.models.scopes import ScopedByUnit
from thenchot.people.models import Person
from thenchot.platform.accounts.fields import by_account


class Screening(models.Model):
    """One person in one quarter, with the reasons found: a list of [trigger, words] (S0-013,
    S1-042). A named person decides; nothing follows by itself.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    quarter = models.CharField(_("Quý"), max_length=8)
    reasons = models.JSONField(default=list)
    count = models.PositiveSmallIntegerField(_("Số lý do"), default=0)
    found_on = models.DateField(_("Ngày rà soát"))
    proposal = models.CharField(_("Đề xuất"), max_length=10, choices=choices(WAY), blank=True)
    proposal_note = models.CharField(_("Lý do đề xuất"), max_length=400, blank=True)
    way = models.CharField(_("Quyết định"), max_length=10, choices=choices(WAY), blank=True)
    way_note = models.CharField(_("Ý kiến"), max_length=400, blank=True)
    decided_on = models.DateField(_("Ngày quyết định"), null=True, blank=True)
    outcome = models.CharField(_("Kết quả thực hiện"), max_length=400, blank=True)
    proposed_by = by_account(blank=True)
    decided_by = by_account(blank=True)

    objects = ScopedByUnit.as_manager()

    class Meta:
        ordering = ["-quarter", "-count", "unit__path", "person__sort_key", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["person", "quarter"], name="screening_once"),
            models.CheckConstraint(
                condition=Q(way="", decided_on__isnull=True)
                | (~Q(way="") & Q(decided_on__isnull=False)),
                name="screening_decided_pair",
            ),
        ]

    def __str__(self):
        return f"{self.person}, {self.quarter}"
