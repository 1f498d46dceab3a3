"""An inspection or a supervision: decided, announced, verified, concluded by vote, told, closed."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.organisation.models import Unit
from thenchot.organisation.models.scopes import ScopedByUnit
from thenchot.oversight.labels import DIRECTION, FORM, OUTCOME, STAGE, TEAM_PART, THEME, TIMING
from thenchot.oversight.models.plans import PlanLine
from thenchot.people.models import Person
from thenchot.platform.accounts.fields import by_account
from thenchot.programmes.models import Programme


class Inspection(models.Model):
    """`unit`: the place that inspects; `subject`: the unit that is inspected, or in which the
    `person` works. `line`: of the plan; without one it is ad hoc and tells its `reason`.
    Days of the steps stand where they were done; `due_on` is the last day to verify.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    line = models.ForeignKey(
        PlanLine, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    form = models.CharField(_("Hình thức"), max_length=12, choices=choices(FORM))
    timing = models.CharField(_("Định kỳ, đột xuất"), max_length=8, choices=choices(TIMING))
    direction = models.CharField(_("Chiều"), max_length=4, choices=choices(DIRECTION))
    theme = models.CharField(_("Nội dung"), max_length=14, choices=choices(THEME))
    content = models.CharField(_("Nội dung cụ thể"), max_length=600)
    reason = models.CharField(_("Lý do đột xuất"), max_length=300, blank=True)
    subject = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="+", verbose_name=_("Đơn vị")
    )
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    programme = models.ForeignKey(
        Programme, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    bodies = models.CharField(_("Cơ quan phối hợp"), max_length=300, blank=True)
    period_from = models.DateField(_("Thời kỳ được kiểm tra: từ"))
    period_to = models.DateField(_("đến"))

    decision = models.CharField(_("Số quyết định"), max_length=120)
    decided_on = models.DateField(_("Ngày quyết định"))
    announce_by = models.DateField(_("Công bố trước hết ngày"))
    due_on = models.DateField(_("Hạn thẩm tra, xác minh"))
    first_due_on = models.DateField()
    extended_for = models.CharField(_("Lý do gia hạn"), max_length=300, blank=True)
    announced_on = models.DateField(_("Ngày công bố"), null=True, blank=True)
    reported_on = models.DateField(_("Ngày nhận báo cáo tự kiểm tra"), null=True, blank=True)
    verified_on = models.DateField(_("Ngày xác minh xong"), null=True, blank=True)
    has_signs = models.BooleanField(_("Có dấu hiệu vi phạm"), default=False)

    concluded_on = models.DateField(_("Ngày kết luận"), null=True, blank=True)
    official = models.PositiveSmallIntegerField(_("Thành viên chính thức"), null=True, blank=True)
    present = models.PositiveSmallIntegerField(_("Có mặt"), null=True, blank=True)
    agreed = models.PositiveSmallIntegerField(_("Đồng ý"), null=True, blank=True)
    outcome = models.CharField(_("Đánh giá"), max_length=11, choices=choices(OUTCOME), blank=True)
    conclusion = models.TextField(_("Kết luận"), blank=True)
    notice = models.CharField(_("Số thông báo kết luận"), max_length=120, blank=True)
    notified_on = models.DateField(_("Ngày thông báo"), null=True, blank=True)
    closed_on = models.DateField(_("Ngày kết thúc"), null=True, blank=True)
    stopped_on = models.DateField(null=True, blank=True)
    stopped_for = models.CharField(_("Lý do dừng"), max_length=300, blank=True)
    stage = models.CharField(max_length=9, choices=choices(STAGE), default="decided")
    recorded_by = by_account()

    objects = ScopedByUnit.as_manager()

    class Meta:
        ordering = ["-decided_on", "-pk"]
        indexes = [models.Index(fields=["unit", "stage"], name="inspection_stage")]
        constraints = [
            models.CheckConstraint(
                condition=Q(line__isnull=False) | ~Q(reason=""), name="inspection_planned_or_why"
            ),
            models.CheckConstraint(
                condition=Q(period_to__gte=F("period_from")), name="inspection_period"
            ),
            models.CheckConstraint(
                condition=Q(outcome="", concluded_on__isnull=True)
                | (~Q(outcome="") & Q(concluded_on__isnull=False) & ~Q(conclusion="")),
                name="inspection_concluded_pair",
            ),
            models.CheckConstraint(
                condition=Q(official__isnull=True)
                | (Q(present__lte=F("official")) & Q(agreed__lte=F("present"))),
                name="inspection_votes_hold",
            ),
            models.CheckConstraint(
                condition=(Q(stage="stopped") & ~Q(stopped_for=""))
                | (~Q(stage="stopped") & Q(stopped_for="")),
                name="inspection_stopped_pair",
            ),
        ]

    def __str__(self):
        return f"{self.get_form_display()}: {self.whom}"

    @property
    def whom(self) -> str:
        return f"{self.person.full_name}, {self.subject}" if self.person else str(self.subject)

    @property
    def step_days(self) -> list:
        """Days of what is done, in order."""
        days = (
            self.decided_on,
            self.announced_on,
            self.reported_on,
            self.verified_on,
            self.concluded_on,
            self.notified_on,
        )
        return [day for day in days if day]


class TeamMember(models.Model):
    """Of the team of one inspection."""

    inspection = models.ForeignKey(Inspection, on_delete=models.PROTECT, related_name="team")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    part = models.CharField(_("Vai trò trong đoàn"), max_length=9, choices=choices(TEAM_PART))
    left_on = models.DateField(_("Ra khỏi đoàn ngày"), null=True, blank=True)

    class Meta:
        ordering = ["part", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["inspection", "person"],
                condition=Q(left_on__isnull=True),
                name="inspection_member_once",
            ),
            models.UniqueConstraint(
                fields=["inspection"],
                condition=Q(part="head", left_on__isnull=True),
                name="inspection_one_head",
            ),
        ]

    def __str__(self):
        return f"{self.person}: {self.get_part_display()}"
