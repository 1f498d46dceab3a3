"""Places without a holder, from the day they were found until somebody sits there."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.organisation.models import JobPosition, Seat, Title, Unit
from thenchot.organisation.models.scopes import ScopedByUnit
from thenchot.placement.enums import VacancyState
from thenchot.placement.labels import VACANCY_KIND, VACANCY_STATE, WAY


class Vacancy(models.Model):
    """An approved job position, a seat of a committee or a permitted title that nobody holds.
    `number` tells several of one kind apart. `way`: how it is to be filled; `held_for`: why it
    stays empty, and until when.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(_("Loại"), max_length=8, choices=choices(VACANCY_KIND))
    name = models.CharField(_("Vị trí, chức danh"), max_length=300)
    title = models.ForeignKey(
        Title, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    position = models.ForeignKey(
        JobPosition, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    seat = models.ForeignKey(
        Seat, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    number = models.PositiveSmallIntegerField(default=1)
    opened_on = models.DateField(_("Khuyết từ ngày"))
    closed_on = models.DateField(_("Có người từ ngày"), null=True, blank=True)
    state = models.CharField(
        max_length=9, choices=choices(VACANCY_STATE), default=VacancyState.OPEN
    )
    way = models.CharField(_("Hướng bố trí"), max_length=11, choices=choices(WAY), blank=True)
    held_for = models.CharField(_("Lý do để khuyết"), max_length=300, blank=True)
    look_again_on = models.DateField(_("Xem lại ngày"), null=True, blank=True)
    is_complex = models.BooleanField(_("Địa bàn, vị trí phức tạp"), default=False)

    objects = ScopedByUnit.as_manager()

    class Meta:
        ordering = ["-is_complex", "opened_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "kind", "name", "number"],
                condition=~Q(state="filled"),
                name="vacancy_open_once",
            ),
            models.CheckConstraint(
                condition=~Q(state="held") | (~Q(held_for="") & Q(look_again_on__isnull=False)),
                name="vacancy_held_with_reason",
            ),
            models.CheckConstraint(
                condition=Q(state="filled", closed_on__isnull=False)
                | (~Q(state="filled") & Q(closed_on__isnull=True)),
                name="vacancy_filled_pair",
            ),
        ]

    def __str__(self):
        return f"{self.name}, {self.unit.name}"
