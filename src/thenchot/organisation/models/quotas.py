"""How many people may be where: approved numbers, permitted deputies, and what documents state."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thenchot.organisation.enums import Bloc, StaffKind
from thenchot.organisation.models.posts import Title
from thenchot.organisation.models.scopes import ScopedByUnit
from thenchot.organisation.models.tree import Unit


class Quota(models.Model):
    """Approved number of people of one kind in one bloc of a commune for a year (biên chế được
    giao).
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="quotas")
    year = models.PositiveSmallIntegerField(_("Năm"))
    bloc = models.CharField(_("Khối"), max_length=20, choices=Bloc.choices)
    staff_kind = models.CharField(_("Loại"), max_length=16, choices=StaffKind.choices, blank=True)
    number = models.PositiveIntegerField(_("Số được giao"))
    managers = models.PositiveIntegerField(_("Trong đó lãnh đạo, quản lý"), null=True, blank=True)
    basis = models.CharField(_("Căn cứ"), max_length=300)

    objects = ScopedByUnit.as_manager()

    class Meta:
        ordering = ["unit", "-year", "bloc"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "year", "bloc", "staff_kind"], name="quota_once"
            ),
        ]

    def __str__(self):
        return f"{self.unit} {self.year} {self.get_bloc_display()}"


class TitleLimit(models.Model):
    """How many may hold a title in a unit, in one term or at any time (S0-042, S0-131: deputies of
    a term).
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="title_limits")
    title = models.ForeignKey(Title, on_delete=models.PROTECT, related_name="+")
    term = models.ForeignKey(
        "organisation.Term", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    number = models.PositiveSmallIntegerField(_("Số người được bố trí"))
    basis = models.CharField(_("Căn cứ"), max_length=300)

    objects = ScopedByUnit.as_manager()

    class Meta:
        ordering = ["unit", "title", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["unit", "title", "term"], name="limit_once_a_term"),
            models.UniqueConstraint(
                fields=["unit", "title"], condition=Q(term__isnull=True), name="limit_once"
            ),
        ]

    def __str__(self):
        return f"{self.title}: {self.number}"


class Headcount(models.Model):
    """What a document or statistics form states on a day, kept to compare with what the files say
    (S4-001 … S4-005).
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    on = models.DateField(_("Ngày số liệu"))
    bloc = models.CharField(_("Khối"), max_length=20, choices=Bloc.choices, blank=True)
    total = models.PositiveIntegerField(_("Tổng số"), null=True, blank=True)
    managers = models.PositiveIntegerField(_("Lãnh đạo, quản lý"), null=True, blank=True)
    population = models.PositiveIntegerField(_("Dân số"), null=True, blank=True)
    area_km2 = models.DecimalField(
        _("Diện tích (km²)"), max_digits=10, decimal_places=2, null=True, blank=True
    )
    source = models.CharField(_("Nguồn"), max_length=300)

    objects = ScopedByUnit.as_manager()

    class Meta:
        ordering = ["unit", "-on", "bloc"]
        constraints = [
            models.UniqueConstraint(fields=["unit", "on", "bloc"], name="headcount_once")
        ]

    def __str__(self):
        return f"{self.unit} {self.on:%d/%m/%Y}"
