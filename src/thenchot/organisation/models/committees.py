"""Terms of office, committees of a term, and their seats. Who sits in a seat is told by the room of
people.
"""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from thenchot.organisation.enums import CommitteeKind, SeatState
from thenchot.organisation.models.posts import Title
from thenchot.organisation.models.scopes import OwnOrAbove
from thenchot.organisation.models.tree import Unit


class Term(models.Model):
    """A term of office of a commune or province: Party 2025-2030, People's Committee 2026-2031."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="terms")
    name = models.CharField(_("Tên nhiệm kỳ"), max_length=120)
    starts_on = models.DateField(_("Từ ngày"))
    ends_on = models.DateField(_("Đến ngày"))

    objects = OwnOrAbove.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gt=F("starts_on")), name="term_ends_after_start"
            ),
            models.UniqueConstraint(fields=["unit", "name"], name="term_once"),
        ]

    def __str__(self):
        return self.name


class Committee(models.Model):
    """A collective of one commune (or province) in one term. `unit` is the commune; `body` its unit
    in the tree.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="committees")
    body = models.ForeignKey(
        Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    term = models.ForeignKey(Term, on_delete=models.PROTECT, related_name="committees")
    kind = models.CharField(_("Loại"), max_length=12, choices=CommitteeKind.choices)
    name = models.CharField(_("Tên tập thể"), max_length=200)
    approved_seats = models.PositiveSmallIntegerField(_("Số lượng được duyệt"))
    basis = models.CharField(_("Căn cứ"), max_length=300, blank=True)

    objects = OwnOrAbove.as_manager()

    class Meta:
        ordering = ["unit", "kind", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["unit", "term", "name"], name="committee_once"),
        ]

    def __str__(self):
        return f"{self.name}, {self.term}"


class SeatQuerySet(models.QuerySet):
    def visible_to(self, actor, permission=None):
        return self.filter(
            committee__in=Committee.objects.visible_to(actor, permission).values("pk")
        )


class Seat(models.Model):
    """One place in a committee. `held` for structure says why, and when it is looked at again
    (S1-037).

    `excess_basis`: the document that allows a seat beyond the approved number (S3-065).
    """

    committee = models.ForeignKey(Committee, on_delete=models.PROTECT, related_name="seats")
    number = models.PositiveSmallIntegerField(_("Số thứ tự"))
    title = models.ForeignKey(
        Title, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    name = models.CharField(_("Chức danh trong tập thể"), max_length=160)
    state = models.CharField(
        _("Trạng thái"), max_length=8, choices=SeatState.choices, default=SeatState.OPEN
    )
    held_for = models.CharField(_("Để khuyết cho cơ cấu"), max_length=200, blank=True)
    review_on = models.DateField(_("Xem lại ngày"), null=True, blank=True)
    excess_basis = models.CharField(_("Căn cứ vượt số được duyệt"), max_length=300, blank=True)
    opened_on = models.DateField(_("Có từ ngày"))
    closed_on = models.DateField(_("Thôi từ ngày"), null=True, blank=True)

    objects = SeatQuerySet.as_manager()

    class Meta:
        ordering = ["committee", "number"]
        constraints = [
            models.UniqueConstraint(fields=["committee", "number"], name="seat_number_once"),
            models.CheckConstraint(
                condition=~Q(state="held") | (~Q(held_for="") & Q(review_on__isnull=False)),
                name="seat_held_with_reason",
            ),
            models.CheckConstraint(
                condition=Q(state="closed", closed_on__isnull=False)
                | (~Q(state="closed") & Q(closed_on__isnull=True)),
                name="seat_closed_pair",
            ),
        ]

    def __str__(self):
        return f"{self.name} · {self.committee}"
