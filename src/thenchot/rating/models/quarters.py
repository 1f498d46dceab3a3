"""The Party's rating of a quarter as it was decided, and what two failed quarters led to."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.organisation.models import Unit
from thenchot.people.models import Person
from thenchot.rating.enums import ReviewState
from thenchot.rating.labels import REVIEW_STATE
from thenchot.worklog.enums import Band
from thenchot.worklog.labels import BAND
from thenchot.worklog.models.assessments import Assessment


class QuarterRatingQuerySet(models.QuerySet):
    def visible_to(self, actor, permission=None):
        return self.filter(
            assessment__in=Assessment.objects.visible_to(actor, permission).values("pk")
        )

    def standing(self):
        return self.filter(replaced_at__isnull=True)


class QuarterRating(models.Model):
    """`proposed` and `reasons` as the rules found them on the day; `level` as the competent level
    decided. A wrong one is replaced by a new decision, never edited.
    """

    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="+")
    proposed = models.CharField(_("Máy đề xuất"), max_length=10, choices=choices(BAND))
    reasons = models.JSONField(default=list)
    conditions = models.JSONField(default=list)
    level = models.CharField(_("Mức được quyết định"), max_length=10, choices=choices(BAND))
    basis = models.CharField(_("Thông báo, kết luận"), max_length=300)
    note = models.CharField(_("Lý do khác với đề xuất"), max_length=400, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    decided_at = models.DateTimeField()
    replaced_at = models.DateTimeField(null=True, blank=True)

    objects = QuarterRatingQuerySet.as_manager()

    class Meta:
        ordering = ["-decided_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["assessment"],
                condition=Q(replaced_at__isnull=True),
                name="quarter_rating_once",
            ),
            models.CheckConstraint(
                condition=Q(level__in=list(Band)) & Q(proposed__in=list(Band)),
                name="quarter_level_known",
            ),
        ]

    def __str__(self):
        return f"{self.assessment_id}: {self.level}"


class ReviewQuerySet(models.QuerySet):
    def visible_to(self, actor, permission=None):
        return self.filter(unit__in=Unit.objects.visible_to(actor, permission).values("pk"))


class ReplacementReview(models.Model):
    """Two or more failed quarters in a row lead to a proposal (S0-049); a named person decides what
    comes of it. `quarters` and `gaps` as "2026-Q3"; a run with gaps is itself a question.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(_("Chức danh"), max_length=160, blank=True)
    quarters = models.JSONField()
    gaps = models.JSONField(default=list, blank=True)
    first = models.CharField(max_length=8)
    state = models.CharField(
        _("Xem xét"), max_length=10, choices=choices(REVIEW_STATE), default=ReviewState.PROPOSED
    )
    reason = models.CharField(_("Ý kiến"), max_length=400, blank=True)
    opened_on = models.DateField()
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)

    objects = ReviewQuerySet.as_manager()

    class Meta:
        ordering = ["-opened_on", "person__sort_key", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["person", "first"], name="replacement_once"),
            models.CheckConstraint(
                condition=Q(state="proposed", decided_at__isnull=True)
                | (~Q(state="proposed") & Q(decided_at__isnull=False)),
                name="replacement_decided_pair",
            ),
        ]

    def __str__(self):
        return f"{self.person_id}: {', '.join(self.quarters)}"
