"""Who belongs to a cell, who of the committee follows it, what that one reports."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.cells.labels import CELL_POST, MEMBER_KIND, REVIEW_RESULT
from thenchot.organisation.models import Unit
from thenchot.organisation.models.scopes import ScopedByUnit
from thenchot.people.models import Person
from thenchot.platform.accounts.fields import by_account


class CellMember(models.Model):
    """A Party member of a cell from one day to another: `person` where there is a file, else only
    the `name`. Nothing else is kept of those without a file.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    name = models.CharField(_("Họ và tên"), max_length=120, blank=True)
    kind = models.CharField(_("Diện"), max_length=12, choices=choices(MEMBER_KIND))
    post = models.CharField(
        _("Chức vụ trong chi bộ"), max_length=9, choices=choices(CELL_POST), blank=True
    )
    since = models.DateField(_("Từ ngày"))
    until = models.DateField(_("Đến ngày"), null=True, blank=True)
    left_for = models.CharField(_("Lý do thôi sinh hoạt ở đây"), max_length=200, blank=True)
    recorded_by = by_account()

    objects = ScopedByUnit.as_manager()

    class Meta:
        ordering = ["unit__path", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(person__isnull=False, name="") | (Q(person__isnull=True) & ~Q(name="")),
                name="cell_member_named_once",
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
                name="cell_member_days",
            ),
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(until__isnull=True, person__isnull=False),
                name="cell_member_in_one_cell",
            ),
            models.UniqueConstraint(
                fields=["unit"],
                condition=Q(until__isnull=True, post="secretary"),
                name="cell_one_secretary",
            ),
        ]

    def __str__(self):
        return self.who

    @property
    def who(self) -> str:
        return self.person.full_name if self.person else self.name


class CellCharge(models.Model):
    """A member of the committee in charge of a cell, dated (S0-134)."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    basis = models.CharField(_("Văn bản phân công"), max_length=200)
    since = models.DateField(_("Từ ngày"))
    until = models.DateField(_("Đến ngày"), null=True, blank=True)
    recorded_by = by_account()

    objects = ScopedByUnit.as_manager()

    class Meta:
        ordering = ["unit__path", "-since", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
                name="cell_charge_days",
            ),
            models.UniqueConstraint(
                fields=["unit"], condition=Q(until__isnull=True), name="cell_one_in_charge"
            ),
        ]

    def __str__(self):
        return f"{self.person.full_name}, {self.unit.name}"

    @property
    def told(self) -> str:
        """Who, from when, until when or by which document."""
        since = f"{self.person.full_name}, {self.since:%d/%m/%Y}"
        return f"{since} – {self.until:%d/%m/%Y}" if self.until else f"{since} ({self.basis})"


class ChargeReport(models.Model):
    """What the one in charge says about a cell, once a month (S1-067)."""

    charge = models.ForeignKey(CellCharge, on_delete=models.PROTECT, related_name="reports")
    year = models.PositiveSmallIntegerField(_("Năm"))
    month = models.PositiveSmallIntegerField(_("Tháng"))
    done = models.CharField(_("Đã chỉ đạo, đôn đốc"), max_length=1000)
    difficulty = models.CharField(_("Khó khăn"), max_length=600, blank=True)
    proposal = models.CharField(_("Kiến nghị"), max_length=600, blank=True)
    reported_on = models.DateField(_("Ngày báo cáo"))
    recorded_by = by_account()

    class Meta:
        ordering = ["-year", "-month", "charge__unit__path", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["charge", "year", "month"], name="charge_report_once_a_month"
            ),
            models.CheckConstraint(
                condition=Q(month__gte=1, month__lte=12), name="charge_report_month"
            ),
        ]

    def __str__(self):
        return f"{self.charge}, {self.month:02d}/{self.year}"


class MemberReview(models.Model):
    """The cell looked at how a member keeps themselves in training (S4-037). The text stays with
    the cell and the committee; whoever asks for a reward or a post is told only that it was done,
    when, and with which result (S4-038).
    """

    member = models.ForeignKey(CellMember, on_delete=models.PROTECT, related_name="reviews")
    reviewed_on = models.DateField(_("Ngày kiểm điểm"))
    text = models.CharField(_("Ý kiến của chi bộ"), max_length=1500)
    result = models.CharField(_("Kết luận"), max_length=14, choices=choices(REVIEW_RESULT))
    mend_by = models.DateField(_("Sửa xong trước ngày"), null=True, blank=True)
    recorded_by = by_account()

    class Meta:
        ordering = ["-reviewed_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["member", "reviewed_on"], name="member_review_once_a_day"
            ),
        ]

    def __str__(self):
        return f"{self.member}, {self.reviewed_on:%d/%m/%Y}"
