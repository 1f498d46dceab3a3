"""Plans of inspection and supervision: of a whole term, of a year, and what is added to them."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.organisation.models import Unit
from thenchot.organisation.models.scopes import ScopedByUnit
from thenchot.oversight.labels import DIRECTION, FORM, LEVEL, PLAN_STATE, THEME
from thenchot.platform.accounts.fields import by_account
from thenchot.programmes.models import Programme


class Plan(models.Model):
    """One version of the plan of a place for a term or a year; an addition is a new version that
    takes the place of the one before when it is approved (S4-066, S4-088).
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    level = models.CharField(_("Loại kế hoạch"), max_length=4, choices=choices(LEVEL))
    year_from = models.PositiveSmallIntegerField(_("Từ năm"))
    year_to = models.PositiveSmallIntegerField(_("Đến năm"))
    name = models.CharField(_("Tên kế hoạch"), max_length=200)
    basis = models.CharField(_("Căn cứ"), max_length=300, blank=True)
    version = models.PositiveSmallIntegerField(default=1)
    former = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    state = models.CharField(max_length=8, choices=choices(PLAN_STATE), default="draft")
    drawn_up_by = by_account()
    decision = models.CharField(_("Số văn bản phê duyệt"), max_length=120, blank=True)
    decided_on = models.DateField(_("Ngày phê duyệt"), null=True, blank=True)
    approved_by = by_account(blank=True)

    objects = ScopedByUnit.as_manager()

    class Meta:
        ordering = ["-year_from", "level", "-version"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "level", "year_from", "version"], name="oversight_plan_version"
            ),
            models.UniqueConstraint(
                fields=["unit", "level", "year_from"],
                condition=Q(state="approved"),
                name="oversight_plan_one_holds",
            ),
            models.CheckConstraint(
                condition=Q(year_to__gte=F("year_from")), name="oversight_plan_years"
            ),
            models.CheckConstraint(
                condition=Q(state="draft", decided_on__isnull=True)
                | (~Q(state="draft") & Q(decided_on__isnull=False) & ~Q(decision="")),
                name="oversight_plan_decided_pair",
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def years(self) -> str:
        if self.year_from == self.year_to:
            return str(self.year_from)
        return f"{self.year_from} – {self.year_to}"


class PlanLine(models.Model):
    """What is inspected or supervised: who, about what, when. `quarter` 0: any time of the plan."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="lines")
    number = models.PositiveSmallIntegerField(_("TT"))
    form = models.CharField(_("Hình thức"), max_length=12, choices=choices(FORM))
    direction = models.CharField(_("Chiều"), max_length=4, choices=choices(DIRECTION))
    subject = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="+", verbose_name=_("Đối tượng")
    )
    theme = models.CharField(_("Nội dung"), max_length=14, choices=choices(THEME))
    content = models.CharField(_("Nội dung cụ thể"), max_length=600)
    programme = models.ForeignKey(
        Programme, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    quarter = models.PositiveSmallIntegerField(_("Quý"), default=0)
    is_sensitive = models.BooleanField(_("Lĩnh vực nhạy cảm, dễ phát sinh tiêu cực"), default=False)
    is_focus = models.BooleanField(_("Trọng tâm, trọng điểm"), default=False)
    bodies = models.CharField(_("Cơ quan phối hợp"), max_length=300, blank=True)
    is_dropped = models.BooleanField(default=False)

    class Meta:
        ordering = ["plan", "number"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "number"], name="oversight_line_number"),
            models.CheckConstraint(condition=Q(quarter__lte=4), name="oversight_line_quarter"),
        ]

    def __str__(self):
        return f"{self.get_form_display()}: {self.subject}"
