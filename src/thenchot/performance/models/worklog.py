"""Beside the score: the own plan, hard tasks with one responsible person, quick opinions, days
among the people.
"""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from thenchot.organisation.models import Unit
from thenchot.people.models import Person
from thenchot.performance.enums import HardState, OpinionState, OutingKind, PlanState, PlanVerdict
from thenchot.performance.labels import (
    HARD_STATE,
    OPINION_STATE,
    OUTING_KIND,
    PLAN_STATE,
    PLAN_VERDICT,
    choices,
)
from thenchot.performance.models.catalogue import Product
from thenchot.performance.models.sheets import Sheet
from thenchot.performance.models.work import Work
from thenchot.programmes.models import Task

DECIDED = Q(state__in=[PlanState.ACCEPTED, PlanState.REFUSED])


class PlanLine(models.Model):
    """A task somebody proposes for the own period: what, by when, with what output (S4-049).
    Accepted by whoever scores the sheet it becomes a `work` item, and only then stands in the
    denominator (Đ18.1.d).
    """

    sheet = models.ForeignKey(Sheet, on_delete=models.PROTECT, related_name="plan")
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
        ordering = ["sheet", "-is_key", "due_on", "pk"]
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

    sheet = models.ForeignKey(Sheet, on_delete=models.PROTECT, related_name="plan_reviews")
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


class HardTaskQuerySet(models.QuerySet):
    def visible_to(self, actor, permission=None):
        """Of the actor's branches, and those one answers for oneself."""
        own = Q(responsible__account=actor.account_id) if actor.account_id else Q(pk__in=[])
        return self.filter(
            Q(unit__in=Unit.objects.visible_to(actor, permission).values("pk")) | own
        )


class HardTask(models.Model):
    """Work that is hard or has waited long, with exactly one person who answers for it (S0-085);
    none only until somebody is named. `solved_by` is kept as a fact for praise (S0-088).
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(_("Việc khó"), max_length=300)
    difficulty = models.TextField(_("Khó ở chỗ nào"))
    responsible = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    due_on = models.DateField(_("Hạn giải quyết"))
    task = models.ForeignKey(
        Task, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    state = models.CharField(max_length=8, choices=choices(HARD_STATE), default=HardState.OPEN)
    outcome = models.TextField(_("Giải quyết bằng cách nào"), blank=True)
    solved_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    opened_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = HardTaskQuerySet.as_manager()

    class Meta:
        ordering = ["due_on", "pk"]
        indexes = [models.Index(fields=["unit", "state"], name="hard_unit")]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="open", ended_on__isnull=True)
                | (~Q(state="open") & Q(ended_on__isnull=False)),
                name="hard_ended_pair",
            ),
            models.CheckConstraint(
                condition=Q(state="solved", solved_by__isnull=False)
                | (~Q(state="solved") & Q(solved_by__isnull=True)),
                name="hard_solved_by",
            ),
            models.CheckConstraint(
                condition=Q(state="open") | ~Q(outcome=""), name="hard_ended_says_how"
            ),
        ]

    def __str__(self):
        return self.name[:80]


class OpinionQuerySet(models.QuerySet):
    def visible_to(self, actor, permission=None):
        """What one asked, what one is asked, and what the branch of the actor asks or is asked."""
        units = Unit.objects.visible_to(actor, permission).values("pk")
        own = (
            Q(asked_by=actor.account_id) | Q(person__account=actor.account_id)
            if actor.account_id
            else Q(pk__in=[])
        )
        return self.filter(Q(unit__in=units) | Q(from_unit__in=units) | own)


class OpinionRequest(models.Model):
    """A quick opinion in a new situation (S0-086). `person` is whom it asks; none: the unit. `unit`
    is that of the person, or the one asked. `due_on` stands as it was on the day of sending.
    """

    from_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    question = models.TextField(_("Xin ý kiến về"))
    sent_at = models.DateTimeField()
    due_on = models.DateField(_("Trả lời trước hết ngày"))
    state = models.CharField(
        max_length=10, choices=choices(OPINION_STATE), default=OpinionState.SENT
    )
    answer = models.TextField(_("Ý kiến"), blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, blank=True)
    decision = models.TextField(_("Quyết định xử lý"), blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)

    objects = OpinionQuerySet.as_manager()

    class Meta:
        ordering = ["-sent_at", "-pk"]
        indexes = [
            models.Index(fields=["unit", "state"], name="opinion_unit"),
            models.Index(fields=["from_unit"], name="opinion_from"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="sent") | Q(answered_at__isnull=True),
                name="opinion_sent_unanswered",
            ),
            models.CheckConstraint(
                condition=~Q(state="answered") | Q(answered_at__isnull=False),
                name="opinion_answered_at",
            ),
            models.CheckConstraint(
                condition=Q(state="decided", decided_at__isnull=False)
                | (~Q(state="decided") & Q(decided_at__isnull=True)),
                name="opinion_decided_pair",
            ),
        ]

    def __str__(self):
        return self.question[:80]

    @property
    def hours(self):
        """How long the answer took; none while there is none."""
        return (
            None
            if self.answered_at is None
            else round((self.answered_at - self.sent_at).total_seconds() / 3600)
        )


class OutingQuerySet(models.QuerySet):
    def visible_to(self, actor, permission=None):
        """One's own, and those of the people of the actor's branches."""
        own = Q(person__account=actor.account_id) if actor.account_id else Q(pk__in=[])
        units = Unit.objects.visible_to(actor, permission).values("pk")
        return self.filter(Q(unit__in=units) | own, dropped_at__isnull=True)


class Outing(models.Model):
    """A day among the people (S4-053, S4-058): counted by person and quarter, never part of the
    decree's formula. `unit` is where the person worked that day.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    happened_on = models.DateField(_("Ngày"))
    kind = models.CharField(_("Loại"), max_length=10, choices=choices(OUTING_KIND))
    place = models.CharField(_("Nơi đến"), max_length=200)
    result = models.TextField(_("Nắm được gì, tháo gỡ được gì"))
    evidence = models.CharField(_("Minh chứng"), max_length=400, blank=True)
    entered_at = models.DateTimeField(auto_now_add=True)
    dropped_at = models.DateTimeField(null=True, blank=True)

    objects = OutingQuerySet.as_manager()

    class Meta:
        ordering = ["-happened_on", "-pk"]
        indexes = [
            models.Index(fields=["unit", "happened_on"], name="outing_unit"),
            models.Index(fields=["person", "happened_on"], name="outing_person"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=list(OutingKind)), name="outing_kind_known")
        ]

    def __str__(self):
        return f"{self.happened_on:%d/%m/%Y} {self.place[:60]}"
