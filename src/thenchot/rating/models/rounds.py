"""The year's rating (NĐ 335/2025, Đ11, Đ19-22): a round of one unit and a rating for each person in
it. What was said of it stands in `papers`, what was decided in `outcomes`.
"""

from datetime import date
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.organisation.models import Unit
from thenchot.people.models import Person
from thenchot.platform import policies
from thenchot.platform.accounts.fields import by_account
from thenchot.platform.policies import P
from thenchot.rating.enums import RatingStep, RoundState
from thenchot.rating.labels import RATING_STEP, ROUND_SUBJECT
from thenchot.worklog.enums import Band, Capacity, Regulation
from thenchot.worklog.labels import BAND, CAPACITY, REGULATION


class RoundQuerySet(models.QuerySet):
    def visible_to(self, actor, permission=None):
        """Rounds of the units the actor sees, and those above a branch the actor holds: its people
        are rated there too.
        """
        paths = actor.paths_for(permission) if permission else actor.paths
        above = {int(part) for path in paths for part in path.split("/") if part}
        return self.filter(
            Q(unit__in=Unit.objects.visible_to(actor, permission).values("pk")) | Q(unit__in=above)
        )


class Round(models.Model):
    """One year of one unit: of its people, or of the organisations its head recognises.

    `steps`: last day of each step as ISO text, from the policy, moved by hand where the place has
    its own calendar. `is_outstanding`: the competent level allows the higher share of excellent
    ones (Đ20.5), by `outstanding_basis`. `caps`: what the caps came to when they were last applied.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    subject = models.CharField(
        _("Xếp loại"), max_length=14, choices=choices(ROUND_SUBJECT), default="persons"
    )
    year = models.PositiveSmallIntegerField(_("Năm"))
    rules = models.CharField(
        _("Theo quy định"), max_length=8, choices=choices(REGULATION), default=Regulation.ND335
    )
    steps = models.JSONField(default=dict)
    is_outstanding = models.BooleanField(
        _("Tổ chức xuất sắc, được mức trần cao hơn"), default=False
    )
    outstanding_basis = models.CharField(_("Căn cứ mức trần cao hơn"), max_length=300, blank=True)
    caps = models.JSONField(default=list, blank=True)
    caps_at = models.DateTimeField(null=True, blank=True)
    published_at = models.DateTimeField(_("Công khai lúc"), null=True, blank=True)
    locked_at = models.DateTimeField(_("Khóa lúc"), null=True, blank=True)
    locked_by = by_account(blank=True)
    opened_by = by_account(blank=True)
    opened_at = models.DateTimeField(auto_now_add=True)
    people: int  # that the actor sees, and how many of them were told (`with_counts`)
    told: int

    objects = RoundQuerySet.as_manager()

    class Meta:
        ordering = ["-year", "unit__path", "subject", "rules"]
        constraints = [
            models.UniqueConstraint(fields=["unit", "subject", "year", "rules"], name="round_once"),
            models.CheckConstraint(
                condition=Q(is_outstanding=False) | ~Q(outstanding_basis=""),
                name="round_outstanding_with_basis",
            ),
            models.CheckConstraint(
                condition=Q(locked_at__isnull=True)
                | Q(published_at__isnull=False)
                | Q(subject="organisations"),
                name="round_locked_after_published",
            ),
        ]

    def __str__(self):
        return f"{self.unit} · {self.year}"

    @property
    def state(self) -> RoundState:
        if self.locked_at:
            return RoundState.LOCKED
        return RoundState.PUBLISHED if self.published_at else RoundState.OPEN

    @cached_property
    def waiting(self) -> set[str]:
        """Steps for which somebody of the round waits."""
        states = Rating.objects.filter(round=self).order_by().values_list("state", flat=True)
        return set(states.distinct())

    @property
    def last_day(self) -> date:
        return date(self.year, 12, 31)

    def resolved(self):
        """Every value of law in force where and when the year ends."""
        return policies.resolved(self.unit.path, self.last_day)

    def in_force(self, policy: type[P]) -> P:
        return self.resolved().as_parameters(policy)

    @property
    def is_of_party(self) -> bool:
        """By the rules of the Party, which the decree's articles say nothing about."""
        return self.rules == Regulation.QD366


class RatingQuerySet(models.QuerySet):
    def visible_to(self, actor, permission=None):
        """Ratings of the units the actor holds the permission over; the own ones always."""
        units = Unit.objects.visible_to(actor, permission).values("pk")
        own = Q(person__account=actor.account_id) if actor.account_id else Q(pk__in=[])
        return self.filter(Q(round__unit__in=units) | Q(unit__in=units) | own)

    def standing(self):
        """Those that belong to their round."""
        return self.exclude(state=RatingStep.OUT)


class Rating(models.Model):
    """One person in one round. `unit` is where the person works at the time of rating (Đ11),
    `group` the group of similar duty for the cap. `state` is the step it waits for.

    What the machine computed: `facts` in the form of the command `thenchot year`, `status`, `mean`,
    `band`, `level`, `reasons`, `conditions`, with the values of policy it read. It proposes; the
    competent level decides. `consolidated` is what the personnel body proposes, `capped` the same
    after the caps.
    """

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="ratings")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(_("Tư cách"), max_length=8, choices=choices(CAPACITY))
    title = models.CharField(_("Chức danh"), max_length=160, blank=True)
    group = models.CharField(_("Nhóm nhiệm vụ tương đồng"), max_length=80, blank=True)
    state = models.CharField(
        _("Đang chờ"), max_length=14, choices=choices(RATING_STEP), default=RatingStep.SELF
    )
    left_out = models.CharField(_("Không thuộc đợt này vì"), max_length=300, blank=True)
    is_handled = models.BooleanField(
        _("Đơn vị trực tiếp phụ trách bị xử lý về tham nhũng, lãng phí"), default=False
    )
    facts = models.JSONField(default=dict, blank=True)
    status = models.CharField(max_length=16, blank=True)
    mean = models.DecimalField(
        _("Điểm bình quân"), max_digits=7, decimal_places=2, null=True, blank=True
    )
    band = models.CharField(_("Mức theo điểm"), max_length=10, choices=choices(BAND), blank=True)
    level = models.CharField(_("Mức máy đề xuất"), max_length=10, choices=choices(BAND), blank=True)
    reasons = models.JSONField(default=list, blank=True)
    conditions = models.JSONField(default=list, blank=True)
    policy = models.JSONField(default=dict, blank=True)
    policy_hash = models.CharField(max_length=64, blank=True)
    computed_at = models.DateTimeField(null=True, blank=True)
    self_level = models.CharField(
        _("Tự xếp loại"), max_length=10, choices=choices(BAND), blank=True
    )
    self_strengths = models.TextField(_("Ưu điểm, kết quả nổi bật"), blank=True)
    self_limits = models.TextField(_("Hạn chế, nguyên nhân, cách khắc phục"), blank=True)
    self_at = models.DateTimeField(null=True, blank=True)
    self_by = by_account(blank=True)
    consolidated = models.CharField(
        _("Cơ quan tham mưu đề xuất"), max_length=10, choices=choices(BAND), blank=True
    )
    consolidation_note = models.CharField(_("Căn cứ đề xuất"), max_length=400, blank=True)
    consolidated_by = by_account(blank=True)
    consolidated_at = models.DateTimeField(null=True, blank=True)
    capped = models.CharField(_("Sau mức trần"), max_length=10, choices=choices(BAND), blank=True)
    cap_reasons = models.JSONField(default=list, blank=True)
    is_undecided = models.BooleanField(_("Bằng điểm tại mức trần, chờ quyết định"), default=False)
    notified_at = models.DateTimeField(_("Thông báo lúc"), null=True, blank=True)
    decision: Any  # the one in force, or none (`with_decisions`)
    has_open_complaint: bool  # (`get_rating`)
    offers: list  # what can be done in a list of many

    objects = RatingQuerySet.as_manager()

    class Meta:
        ordering = ["round", "unit__path", "person__sort_key", "pk"]
        indexes = [
            models.Index(fields=["round", "state"], name="rating_state"),
            models.Index(fields=["person", "round"], name="rating_person"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["round", "person"], name="rating_once"),
            models.CheckConstraint(
                condition=Q(kind__in=list(Capacity)) & Q(state__in=list(RatingStep)),
                name="rating_kind_known",
            ),
            models.CheckConstraint(
                condition=~Q(state="out") | ~Q(left_out=""), name="rating_left_out_with_reason"
            ),
            models.CheckConstraint(
                condition=Q(level="") | Q(level__in=list(Band), status="rated"),
                name="rating_level_of_rated",
            ),
            models.CheckConstraint(
                condition=Q(consolidated_at__isnull=True, consolidated_by__isnull=True)
                | Q(consolidated_at__isnull=False),
                name="rating_consolidated_pair",
            ),
        ]

    def __str__(self):
        return f"{self.person} · {self.round.year}"
