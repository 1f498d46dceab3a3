"""The own plan of a period, and what was found when it was looked at."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.catalogue.models.catalogue import Product
from thenchot.worklog.enums import PlanState, PlanVerdict
from thenchot.worklog.labels import PLAN_STATE, PLAN_VERDICT
from thenchot.worklog.models.assessments import Assessment
from thenchot.worklog.models.work import Work

DECIDED = Q(state__in=[PlanState.ACCEPTED, PlanState.REFUSED])


class PlanLine(models.Model):
    """A task somebody proposes for the own period: what, by when, with what output (S4-049).
    Accepted by whoever scores the sheet it becomes a `work` item, and only then stands in the
    denominator (Đ18.1.d).
    """

    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="plan")
    product = models.ForeignKey(
        Product, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    name = models.CharField(_("Nhiệm vụ"), max_length=600)
    output = models.CharField(_("Kết quả đầu ra"), max_length=400)
    quantity = models.DecimalField(_("Số lượng"), max_digits=9, decimal_places=2)
    due_on = models.DateField(_("Hoàn thành trước hết ngày"))
    is_key = models.BooleanField(_("Trọng tâm"), default=True)
    state = models.CharField(max_length=10, choices=choices(PLAN_STATE), default=PlanState.PROPOSED)
    reason = models.CharField(_("Ý kiến của người chấm điểm"), max_length=400, blank=True)
    proposed_at = models.DateTimeField(auto_now_add=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    work = models.OneToOneField(
        Work, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["assessment", "-is_key", "due_on", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(quantity__gt=0), name="plan_quantity"),
            models.CheckConstraint(
                condition=Q(state="accepted", work__isnull=False)
                | (~Q(state="accepted") & Q(work__isnull=True)),
                name="plan_work_pair",
            ),
            models.CheckConstraint(
                condition=(DECIDED & Q(decided_at__isnull=False))
                | (~DECIDED & Q(decided_at__isnull=True)),
                name="plan_decided_pair",
            ),
            models.CheckConstraint(
                condition=~Q(state="refused") | ~Q(reason=""), name="plan_refused_says_why"
            ),
        ]

    def __str__(self):
        return self.name[:80]


class PlanReview(models.Model):
    """The head looked at the plan of a sheet (S4-050). `next_on`: by the policy of that day; none
    when the period ends before. Never changed: a later look is another review.
    """

    assessment = models.ForeignKey(
        Assessment, on_delete=models.PROTECT, related_name="plan_reviews"
    )
    verdict = models.CharField(_("Nhận xét"), max_length=10, choices=choices(PLAN_VERDICT))
    remarks = models.CharField(_("Điều cần điều chỉnh"), max_length=600, blank=True)
    reviewed_on = models.DateField(_("Ngày kiểm tra"))
    next_on = models.DateField(_("Kiểm tra lại"), null=True, blank=True)
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-reviewed_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(verdict__in=list(PlanVerdict)), name="plan_verdict_known"
            ),
            models.CheckConstraint(
                condition=Q(verdict="on_track") | ~Q(remarks=""), name="plan_review_says_what"
            ),
            models.CheckConstraint(
                condition=Q(next_on__isnull=True) | Q(next_on__gt=F("reviewed_on")),
                name="plan_review_next_after",
            ),
        ]

    def __str__(self):
        return f"{self.reviewed_on:%d/%m/%Y} {self.get_verdict_display()}"
