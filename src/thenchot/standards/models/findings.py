"""What was computed: by person, and summed. Written by difference, so that a run which finds the
same writes nothing.

These rows are read, never edited; the sets, the files and the one rule behind them say everything
again.
"""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from thenchot.organisation.models import Title, Unit
from thenchot.organisation.models.scopes import ScopedByUnit
from thenchot.people.models import Person
from thenchot.standards.labels import LACK, STATE, choices
from thenchot.standards.models.sets import Requirement, StandardSet


class OfUnit(ScopedByUnit):
    """Rows that belong to the unit where the person counts."""

    def standing(self):
        return self.filter(ended_on__isnull=True)


class Sweep(models.Model):
    """One count over everybody: for which day, from files as of when, how many people."""

    on = models.DateField()
    recorded_at = models.DateTimeField()
    finished_at = models.DateTimeField()
    people = models.PositiveIntegerField()
    changes = models.PositiveIntegerField()

    class Meta:
        ordering = ["-finished_at", "-pk"]

    def __str__(self):
        return f"{self.on:%d/%m/%Y}: {self.people}"


class Verdict(models.Model):
    """How a person stands to a set: one row while the set asks something of the person. `asked`:
    the requirements that meet the person, one bit for each (`law.Law.bits`).
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    set = models.ForeignKey(StandardSet, on_delete=models.PROTECT, related_name="+", db_index=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    title = models.ForeignKey(
        Title, on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )
    state = models.CharField(max_length=12, choices=choices(STATE))
    asked = models.BigIntegerField()
    since = models.DateField(_("Từ ngày"))
    ended_on = models.DateField(null=True)

    objects = OfUnit.as_manager()

    class Meta:
        indexes = [models.Index(fields=["set", "unit", "state"], name="verdict_by_unit")]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "set"], condition=Q(ended_on__isnull=True), name="verdict_once"
            )
        ]

    def __str__(self):
        return f"{self.person_id} {self.set_id} {self.state}"


class Shortfall(models.Model):
    """One requirement a person does not meet, since the day it was first found; ends when it is
    met.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    requirement = models.ForeignKey(Requirement, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    state = models.CharField(max_length=12, choices=choices(STATE))
    lack = models.CharField(max_length=12, choices=choices(LACK), blank=True)
    since = models.DateField(_("Từ ngày"))
    ended_on = models.DateField(null=True)

    objects = OfUnit.as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["unit", "state"],
                name="shortfall_by_unit",
                condition=Q(ended_on__isnull=True),
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "requirement"],
                condition=Q(ended_on__isnull=True),
                name="shortfall_once",
            ),
            models.CheckConstraint(condition=~Q(state="met"), name="shortfall_is_not_met"),
        ]

    def __str__(self):
        return f"{self.person_id} {self.requirement_id} {self.state}"


class Tally(models.Model):
    """How many people of a unit and title meet a whole set (`requirement` null, with the
    requirements `asked` of them as bits), or one requirement: a row only where somebody does not,
    else all who are asked meet it. Sums over rows give any unit, bloc, title and scope. `on`: the
    figures hold since this day.
    """

    set = models.ForeignKey(StandardSet, on_delete=models.PROTECT, related_name="+", db_index=False)
    requirement = models.ForeignKey(
        Requirement, on_delete=models.PROTECT, null=True, related_name="+"
    )
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    title = models.ForeignKey(
        Title, on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )
    asked = models.BigIntegerField(default=0)
    on = models.DateField()
    met = models.PositiveIntegerField(default=0)
    missing = models.PositiveIntegerField(default=0)
    in_training = models.PositiveIntegerField(default=0)
    exempt = models.PositiveIntegerField(default=0)

    objects = OfUnit.as_manager()

    class Meta:
        indexes = [models.Index(fields=["set", "unit"], name="tally_by_unit")]
        constraints = [
            models.UniqueConstraint(
                "set",
                Coalesce("requirement", 0),
                "unit",
                Coalesce("title", 0),
                "asked",
                name="tally_once",
            )
        ]

    def __str__(self):
        return f"{self.set_id}/{self.requirement_id} {self.unit_id}: {self.met}"


class Foreseen(models.Model):
    """Who would not meet a requirement of a draft, and how the same person stands to it today ("" :
    it asks nothing of the person yet). Rows of an earlier `run` of the same draft no longer count.
    """

    set = models.ForeignKey(StandardSet, on_delete=models.PROTECT, related_name="+", db_index=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    requirement = models.ForeignKey(Requirement, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=12, choices=choices(STATE))
    before = models.CharField(max_length=12, choices=choices(STATE), blank=True)
    run = models.PositiveIntegerField()

    objects = OfUnit.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["set", "person", "requirement"], name="foreseen_once")
        ]

    def __str__(self):
        return f"{self.set_id}: {self.person_id} {self.state}"
