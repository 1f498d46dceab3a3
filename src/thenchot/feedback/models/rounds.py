"""A round of many-sided rating: whom it looks at, who was asked, what came of it.

What an anonymous answer leaves behind, and what it does not: docs/adr/0014-anonymous-answers.md.
"""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.feedback.enums import ResultState, Side
from thenchot.feedback.labels import RESULT_STATE, SIDE
from thenchot.feedback.models.criteria import CriteriaSet
from thenchot.kernel.periods import KINDS, Period
from thenchot.organisation.models import Unit
from thenchot.organisation.models.scopes import ScopedByUnit
from thenchot.people.models import Person
from thenchot.worklog.enums import Capacity
from thenchot.worklog.labels import CAPACITY


class FeedbackRound(models.Model):
    """`cut_off`: the day whose seats say who stands on which side. `public_key` seals the anonymous
    answers; `key_name` names the secret outside of the data that opens them, once, at closing.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    set = models.ForeignKey(CriteriaSet, on_delete=models.PROTECT, related_name="+")
    period = models.CharField(
        _("Kỳ"), max_length=8, choices=[("quarter", _("quý")), ("year", _("năm"))]
    )
    year = models.PositiveSmallIntegerField(_("Năm"))
    number = models.PositiveSmallIntegerField(_("Quý"), default=1)
    cut_off = models.DateField(_("Ngày chốt danh sách"))
    opens_on = models.DateField(_("Nhận ý kiến từ ngày"))
    closes_on = models.DateField(_("Nhận ý kiến đến hết ngày"))
    public_key = models.CharField(max_length=64)
    key_name = models.CharField(max_length=32)
    key_id = models.CharField(max_length=12)
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    opened_at = models.DateTimeField(auto_now_add=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    closed_at = models.DateTimeField(null=True, blank=True)

    objects = ScopedByUnit.as_manager()

    class Meta:
        ordering = ["-opens_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(closes_on__gte=F("opens_on")), name="feedback_closes_after"
            ),
            models.CheckConstraint(
                condition=Q(closed_by__isnull=True) | Q(closed_at__isnull=False),
                name="feedback_closed_pair",
            ),
        ]

    def __str__(self):
        return f"{self.unit} · {self.span.label_vi()}"

    @property
    def span(self) -> Period:
        return KINDS[self.period](self.year, self.number)

    @property
    def is_closed(self) -> bool:
        return self.closed_at is not None


class RevieweeQuerySet(models.QuerySet):
    def visible_to(self, actor, permission=None):
        """People of the units the actor holds the permission over, oneself, and whom one judges as
        the superior.
        """
        units = Unit.objects.visible_to(actor, permission).values("pk")
        if actor.account_id is None:
            return self.filter(unit__in=units)
        judged = Invitation.objects.filter(
            side=Side.SUPERIOR, person__account=actor.account_id
        ).values("reviewee")
        return self.filter(
            Q(unit__in=units) | Q(person__account=actor.account_id) | Q(pk__in=judged)
        )


class Reviewee(models.Model):
    """Whom the round looks at, as seated on the cut-off day. Written at closing: `result`, the
    lines of the receipt, and `policy`, the values they were counted with.
    """

    round = models.ForeignKey(FeedbackRound, on_delete=models.PROTECT, related_name="reviewees")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(_("Tư cách"), max_length=8, choices=choices(CAPACITY))
    title = models.CharField(_("Chức danh"), max_length=160, blank=True)
    result = models.JSONField(default=list, blank=True)
    total = models.DecimalField(
        _("Tổng hợp nhiều chiều"), max_digits=5, decimal_places=2, null=True, blank=True
    )
    policy = models.JSONField(default=dict, blank=True)
    policy_hash = models.CharField(max_length=64, blank=True)

    objects = RevieweeQuerySet.as_manager()

    class Meta:
        ordering = ["person__sort_key", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["round", "person"], name="feedback_reviewee_once"),
            models.CheckConstraint(
                condition=Q(kind__in=list(Capacity)), name="feedback_kind_known"
            ),
        ]

    def __str__(self):
        return f"{self.person} · {self.title}"


class FeedbackResult(models.Model):
    """One side of one person: how many were asked, what became of it, and the sums once it is
    released: nothing about any single answer. `without`: people of the side who have no account.
    `decision_id`: what the unit's result was read from; `reason`: why there was none.
    """

    reviewee = models.ForeignKey(Reviewee, on_delete=models.PROTECT, related_name="figures")
    side = models.CharField(_("Chiều"), max_length=12, choices=choices(SIDE))
    position = models.PositiveSmallIntegerField(default=0)
    weight = models.DecimalField(_("Trọng số"), max_digits=5, decimal_places=2)
    state = models.CharField(
        _("Tình trạng"), max_length=10, choices=choices(RESULT_STATE), default=ResultState.WAITING
    )
    invited = models.PositiveIntegerField(_("Được mời"), default=0)
    without = models.PositiveIntegerField(_("Chưa có tài khoản"), default=0)
    people = models.PositiveIntegerField(_("Đã trả lời"), null=True, blank=True)
    sums = models.JSONField(default=dict, blank=True)
    decision_id = models.BigIntegerField(null=True, blank=True)
    reason = models.CharField(_("Không hỏi vì"), max_length=200, blank=True)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["reviewee", "side"], name="feedback_result_once"),
            models.CheckConstraint(
                condition=Q(state__in=list(ResultState)) & Q(side__in=list(Side)),
                name="feedback_result_known",
            ),
            models.CheckConstraint(
                condition=~Q(side__in=["peers", "subordinates", "collective"])
                | ~Q(state="released")
                | Q(people__gte=5),
                name="feedback_released_of_five",
            ),
        ]

    def __str__(self):
        return f"{self.reviewee_id} {self.side}: {self.state}"


class Invitation(models.Model):
    """Somebody is asked about somebody, from one side. On an anonymous side `is_used` is the whole
    mark of an answer: no time, no way to it. Rows are written in random order, and all of a group
    anew with every answer.
    """

    reviewee = models.ForeignKey(Reviewee, on_delete=models.PROTECT, related_name="invitations")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    side = models.CharField(_("Chiều"), max_length=12, choices=choices(SIDE))
    is_used = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["reviewee", "person"], name="feedback_invitation_once")
        ]

    def __str__(self):
        return f"{self.reviewee_id} {self.side}"


class Answer(models.Model):
    """An envelope of one group (person and side). As many lie there from the beginning as people
    are asked, filled with noise; an answer takes the place of one of them by chance. Gone at
    closing; whatever was too few goes unread.
    """

    key = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    reviewee = models.ForeignKey(Reviewee, on_delete=models.PROTECT, related_name="+")
    side = models.CharField(max_length=12, choices=choices(SIDE))
    sealed = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(side__in=["peers", "subordinates", "collective"]),
                name="answer_is_anonymous",
            )
        ]

    def __str__(self):
        return f"{self.reviewee_id} {self.side}"


class SignedView(models.Model):
    """What a named side says: oneself and the superior. Said anew, the former view stays, with the
    day. Rounds closed before the unit's result was read from its rating hold that one too, as it
    was typed in.
    """

    reviewee = models.ForeignKey(Reviewee, on_delete=models.PROTECT, related_name="views")
    side = models.CharField(_("Chiều"), max_length=12, choices=choices(SIDE))
    points = models.JSONField(default=dict)
    note = models.CharField(_("Nhận xét, căn cứ"), max_length=600, blank=True)
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    given_at = models.DateTimeField(auto_now_add=True)
    replaced_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-given_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["reviewee", "side"],
                condition=Q(replaced_at__isnull=True),
                name="signed_view_once",
            ),
            models.CheckConstraint(
                condition=Q(side__in=["self", "superior", "unit_result"]),
                name="signed_view_is_named",
            ),
        ]

    def __str__(self):
        return f"{self.reviewee_id} {self.side}"
