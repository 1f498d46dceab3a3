"""Initiatives, emulation movements with their registrations, awards."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.commendation.labels import (
    AWARD_SOURCE,
    AWARD_STATE,
    INITIATIVE_STATE,
    MOVEMENT_STATE,
    RESULT,
    VERDICT,
)
from thenchot.organisation.models import Unit
from thenchot.organisation.models.scopes import OwnOrAbove, ScopedByUnit
from thenchot.people.models import Person, Reward
from thenchot.platform.accounts.fields import by_account
from thenchot.worklog.models import HardTask


class Initiative(models.Model):
    """Proposed with its scope, allowed before it is tried, concluded with figures before and after.
    The score has four parts, each up to the points of the policy: new, applied, effective, can
    spread.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    author = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    others = models.CharField(_("Đồng tác giả (tỷ lệ)"), max_length=300, blank=True)
    name = models.CharField(_("Tên sáng kiến"), max_length=300)
    folded = models.CharField(max_length=300)
    scope = models.CharField(_("Nội dung, phạm vi xin thực hiện"), max_length=1000)
    proposed_on = models.DateField(_("Ngày đề xuất"))
    state = models.CharField(max_length=9, choices=choices(INITIATIVE_STATE), default="proposed")
    allowed_scope = models.CharField(_("Phạm vi được phép"), max_length=600, blank=True)
    allowed_until = models.DateField(_("Được phép đến ngày"), null=True, blank=True)
    answer = models.CharField(_("Văn bản, ý kiến"), max_length=300, blank=True)
    answered_on = models.DateField(_("Ngày trả lời"), null=True, blank=True)
    before = models.CharField(_("Số liệu trước"), max_length=300, blank=True)
    after = models.CharField(_("Số liệu sau"), max_length=300, blank=True)
    verdict = models.CharField(_("Kết luận"), max_length=11, choices=choices(VERDICT), blank=True)
    conclusion = models.CharField(_("Nhận xét"), max_length=600, blank=True)
    concluded_on = models.DateField(_("Ngày kết luận"), null=True, blank=True)
    is_new = models.PositiveSmallIntegerField(_("Tính mới"), default=0)
    is_applied = models.PositiveSmallIntegerField(_("Đã áp dụng"), default=0)
    is_effective = models.PositiveSmallIntegerField(_("Hiệu quả"), default=0)
    can_spread = models.PositiveSmallIntegerField(_("Khả năng nhân rộng"), default=0)
    proposed_by = by_account()
    answered_by = by_account(blank=True)
    concluded_by = by_account(blank=True)

    objects = ScopedByUnit.as_manager()

    class Meta:
        ordering = ["-proposed_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="proposed", answered_on__isnull=True)
                | (~Q(state="proposed") & Q(answered_on__isnull=False) & ~Q(answer="")),
                name="initiative_answered_pair",
            ),
            models.CheckConstraint(
                condition=Q(state="concluded", concluded_on__isnull=False) & ~Q(verdict="")
                | ~Q(state="concluded") & Q(concluded_on__isnull=True, verdict=""),
                name="initiative_concluded_pair",
            ),
            models.CheckConstraint(
                condition=Q(
                    is_new__lte=100, is_applied__lte=100, is_effective__lte=100, can_spread__lte=100
                ),
                name="initiative_points",
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def points(self) -> int:
        """Of four parts."""
        return self.is_new + self.is_applied + self.is_effective + self.can_spread


class Movement(models.Model):
    """An emulation movement of a place, perhaps by residential groups (S4-040, S4-057)."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(_("Tên phong trào"), max_length=200)
    content = models.CharField(_("Nội dung, tiêu chí"), max_length=1000)
    basis = models.CharField(_("Văn bản phát động"), max_length=200)
    of_groups = models.BooleanField(_("Theo thôn, tổ dân phố"), default=False)
    begins_on = models.DateField(_("Phát động ngày"))
    ends_on = models.DateField(_("Đến ngày"))
    state = models.CharField(max_length=7, choices=choices(MOVEMENT_STATE), default="running")
    summary = models.CharField(_("Tổng kết"), max_length=1000, blank=True)
    closed_on = models.DateField(null=True, blank=True)
    recorded_by = by_account()

    objects = OwnOrAbove.as_manager()

    class Meta:
        ordering = ["-begins_on", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gt=F("begins_on")), name="movement_ends"),
            models.CheckConstraint(
                condition=Q(state="running", closed_on__isnull=True)
                | (Q(state="closed", closed_on__isnull=False) & ~Q(summary="")),
                name="movement_closed_pair",
            ),
        ]

    def __str__(self):
        return self.name


class MovementEntry(models.Model):
    """A unit, or a person of it, that registered, and what came of it."""

    movement = models.ForeignKey(Movement, on_delete=models.PROTECT, related_name="entries")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    content = models.CharField(_("Nội dung đăng ký"), max_length=600)
    registered_on = models.DateField(_("Ngày đăng ký"))
    result = models.CharField(_("Kết quả"), max_length=8, choices=choices(RESULT), blank=True)
    result_note = models.CharField(_("Minh chứng"), max_length=400, blank=True)
    recorded_by = by_account()

    class Meta:
        ordering = ["movement", "unit__path", "pk"]

    def __str__(self):
        return self.content[:80]


class Award(models.Model):
    """Proposed for a person or a collective, voted by the council, decided (S4-072). `record`: the
    row of the personal file that the decision wrote.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    form = models.CharField(_("Hình thức, danh hiệu"), max_length=20)
    year = models.PositiveSmallIntegerField(_("Năm"))
    source = models.CharField(_("Thành tích từ"), max_length=10, choices=choices(AWARD_SOURCE))
    reason = models.CharField(_("Thành tích"), max_length=800)
    hard_task = models.ForeignKey(
        HardTask, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    initiative = models.ForeignKey(
        Initiative, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    movement = models.ForeignKey(
        Movement, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    proposed_on = models.DateField(_("Ngày đề nghị"))
    members = models.PositiveSmallIntegerField(_("Thành viên Hội đồng"), null=True, blank=True)
    agreed = models.PositiveSmallIntegerField(_("Đồng ý"), null=True, blank=True)
    voted_on = models.DateField(_("Ngày bỏ phiếu"), null=True, blank=True)
    state = models.CharField(max_length=8, choices=choices(AWARD_STATE), default="proposed")
    decision = models.CharField(_("Số quyết định"), max_length=120, blank=True)
    decided_on = models.DateField(_("Ngày quyết định"), null=True, blank=True)
    money = models.DecimalField(
        _("Tiền thưởng"), max_digits=14, decimal_places=0, null=True, blank=True
    )
    refused_for = models.CharField(_("Lý do không khen thưởng"), max_length=300, blank=True)
    record = models.ForeignKey(
        Reward, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    proposed_by = by_account()
    decided_by = by_account(blank=True)

    objects = ScopedByUnit.as_manager()

    class Meta:
        ordering = ["-proposed_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["hard_task"],
                condition=Q(hard_task__isnull=False) & ~Q(state="refused"),
                name="award_of_hard_task_once",
            ),
            models.CheckConstraint(
                condition=Q(members__isnull=True) | Q(agreed__lte=F("members")),
                name="award_votes_hold",
            ),
            models.CheckConstraint(
                condition=(Q(state="decided", decided_on__isnull=False) & ~Q(decision=""))
                | (~Q(state="decided") & Q(decided_on__isnull=True, decision="")),
                name="award_decided_pair",
            ),
        ]

    def __str__(self):
        return f"{self.whom}, {self.year}"

    @property
    def whom(self) -> str:
        return self.person.full_name if self.person else str(self.unit)
