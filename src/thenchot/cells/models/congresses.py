"""Personnel of the congress of a cell or committee (S1-056)."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.cells.labels import CELL_POST, CONGRESS_STATE, PROPOSER
from thenchot.cells.models.cells import CellMember
from thenchot.organisation.models import Unit
from thenchot.organisation.models.scopes import ScopedByUnit
from thenchot.platform.accounts.fields import by_account


class Congress(models.Model):
    """Of a term: how many seats, when, who took part; `number` of the congress of this cell."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    term = models.CharField(_("Nhiệm kỳ"), max_length=40)
    planned_on = models.DateField(_("Dự kiến ngày"))
    seats = models.PositiveSmallIntegerField(_("Số cấp ủy viên bầu"))
    basis = models.CharField(_("Văn bản duyệt nhân sự"), max_length=200, blank=True)
    held_on = models.DateField(_("Đại hội ngày"), null=True, blank=True)
    called = models.PositiveSmallIntegerField(_("Đảng viên được triệu tập"), null=True, blank=True)
    present = models.PositiveSmallIntegerField(_("Có mặt"), null=True, blank=True)
    state = models.CharField(max_length=9, choices=choices(CONGRESS_STATE), default="preparing")
    recorded_by = by_account()

    objects = ScopedByUnit.as_manager()

    class Meta:
        ordering = ["-planned_on", "unit__path"]
        constraints = [
            models.UniqueConstraint(fields=["unit", "term"], name="congress_once_a_term"),
            models.CheckConstraint(
                condition=Q(
                    state="preparing",
                    held_on__isnull=True,
                    called__isnull=True,
                    present__isnull=True,
                )
                | Q(
                    state="held",
                    held_on__isnull=False,
                    called__isnull=False,
                    present__lte=F("called"),
                ),
                name="congress_held_pair",
            ),
        ]

    def __str__(self):
        return f"{self.unit.name}, {self.term}"


class Candidate(models.Model):
    """On the list of a congress; `votes` and `is_elected` when it was held."""

    congress = models.ForeignKey(Congress, on_delete=models.PROTECT, related_name="candidates")
    member = models.ForeignKey(CellMember, on_delete=models.PROTECT, related_name="+")
    post = models.CharField(_("Giới thiệu bầu"), max_length=9, choices=choices(CELL_POST))
    proposer = models.CharField(_("Người giới thiệu"), max_length=9, choices=choices(PROPOSER))
    votes = models.PositiveSmallIntegerField(_("Phiếu đồng ý"), null=True, blank=True)
    is_elected = models.BooleanField(_("Trúng cử"), null=True, blank=True)
    recorded_by = by_account()

    class Meta:
        ordering = ["congress", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["congress", "member"], name="congress_candidate_once"),
            models.CheckConstraint(
                condition=Q(votes__isnull=True, is_elected__isnull=True)
                | Q(votes__isnull=False, is_elected__isnull=False),
                name="congress_candidate_counted",
            ),
        ]

    def __str__(self):
        return str(self.member)
