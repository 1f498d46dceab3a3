"""The plan of a term, the posts in it, and who is considered, proposed and planned for each."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.organisation.models import Committee, Term, Title, Unit
from thenchot.organisation.models.scopes import ScopedByUnit
from thenchot.people.models import Person
from thenchot.platform.accounts.fields import by_account
from thenchot.standards.models import Requirement
from thenchot.succession.enums import CandidateState, Level, PlanState, PostState
from thenchot.succession.labels import CANDIDATE_STATE, LEVEL, LINE, PLAN_STATE, POST_STATE


class SuccessionPlan(models.Model):
    """The planning list (quy hoạch) of one place and term. Every review is a new `version`, which
    replaces the approved one. `reckons_on`: the day to which ages are counted.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    term = models.ForeignKey(Term, on_delete=models.PROTECT, related_name="+")
    version = models.PositiveSmallIntegerField(_("Lần"), default=1)
    previous = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    reckons_on = models.DateField(_("Tuổi tính đến ngày"))
    basis = models.CharField(_("Căn cứ"), max_length=300, blank=True)
    state = models.CharField(max_length=10, choices=choices(PLAN_STATE), default=PlanState.DRAFT)
    note = models.CharField(_("Lý do trả lại"), max_length=300, blank=True)
    reviewed_at = models.DateTimeField(null=True, blank=True)
    created_by = by_account()
    created_at = models.DateTimeField()
    submitted_by = by_account(blank=True)
    submitted_at = models.DateTimeField(null=True, blank=True)
    approved_by = by_account(blank=True)
    approved_at = models.DateTimeField(null=True, blank=True)
    decision = models.CharField(_("Quyết định phê duyệt"), max_length=200, blank=True)
    decided_on = models.DateField(_("Ngày quyết định"), null=True, blank=True)

    objects = ScopedByUnit.as_manager()

    class Meta:
        ordering = ["unit", "-term__starts_on", "-version"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "term", "version"], name="succession_version_once"
            ),
            models.UniqueConstraint(
                fields=["unit", "term"],
                condition=Q(state__in=["draft", "submitted"]),
                name="succession_one_in_work",
            ),
            models.UniqueConstraint(
                fields=["unit", "term"],
                condition=Q(state="approved"),
                name="succession_one_approved",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["approved", "replaced"])
                | (Q(approved_at__isnull=False, decided_on__isnull=False) & ~Q(decision="")),
                name="succession_approved_with_decision",
            ),
        ]

    def __str__(self):
        words = f"Quy hoạch {self.term.name}"
        return f"{words} (lần {self.version})" if self.version > 1 else words


class PlannedPostQuerySet(models.QuerySet):
    def standing(self):
        """Without what was taken out of a draft."""
        return self.filter(is_dropped=False)

    def visible_to(self, actor, permission=None):
        plans = SuccessionPlan.objects.visible_to(actor, permission)
        return self.filter(plan__in=plans.values("pk"))


class PlannedPost(models.Model):
    """A title in a unit, or a seat in a committee, for which successors are planned. `seats`: how
    many are elected or appointed.
    """

    plan = models.ForeignKey(SuccessionPlan, on_delete=models.PROTECT, related_name="posts")
    title = models.ForeignKey(Title, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    committee = models.ForeignKey(
        Committee, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    seats = models.PositiveSmallIntegerField(_("Số lượng"), default=1)
    level = models.CharField(
        _("Thẩm quyền"), max_length=5, choices=choices(LEVEL), default=Level.OWN
    )
    state = models.CharField(
        _("Trạng thái"), max_length=10, choices=choices(POST_STATE), default=PostState.OPEN
    )
    reason = models.CharField(_("Lý do"), max_length=300, blank=True)
    look_again_on = models.DateField(_("Xem lại ngày"), null=True, blank=True)
    previous = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    is_dropped = models.BooleanField(default=False)

    objects = PlannedPostQuerySet.as_manager()

    class Meta:
        ordering = ["plan", "title__position", "unit__path", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "title", "unit"],
                condition=Q(is_dropped=False),
                name="planned_post_once",
            ),
            models.CheckConstraint(condition=Q(seats__gte=1), name="planned_post_has_seats"),
            models.CheckConstraint(
                condition=Q(state="open") | (~Q(reason="") & Q(look_again_on__isnull=False)),
                name="planned_post_waits_with_reason",
            ),
        ]

    def __str__(self):
        return f"{self.title.name}, {self.unit.name}"

    @property
    def is_committee(self) -> bool:
        """Membership of a collective: counted by the coefficient, not by the seat."""
        return self.committee_id is not None


class CandidateQuerySet(models.QuerySet):
    def visible_to(self, actor, permission=None):
        posts = PlannedPost.objects.visible_to(actor, permission)
        return self.filter(post__in=posts.values("pk"))

    def listed(self):
        """On the list as it stands."""
        return self.filter(state__in=[CandidateState.PROPOSED, CandidateState.PLANNED])


class Candidate(models.Model):
    """One person and one post: found by the review, proposed, voted on, planned, removed.

    What the review worked out stands beside it: `line` by the months left, `gaps` missing
    standards, `ready_on` when they close by themselves, `step` the single one to take, `bars` why
    the person may not be proposed. `is_carried`: of the approved list before.
    """

    post = models.ForeignKey(PlannedPost, on_delete=models.PROTECT, related_name="candidates")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(
        max_length=10, choices=choices(CANDIDATE_STATE), default=CandidateState.FOUND
    )
    line = models.CharField(_("Đối tượng"), max_length=5, choices=choices(LINE), blank=True)
    is_carried = models.BooleanField(_("Chuyển tiếp"), default=False)
    months_left = models.SmallIntegerField(_("Còn công tác (tháng)"), null=True, blank=True)
    gaps = models.PositiveSmallIntegerField(_("Tiêu chuẩn còn thiếu"), default=0)
    ready_on = models.DateField(_("Đủ tiêu chuẩn vào"), null=True, blank=True)
    step = models.CharField(_("Việc cần làm"), max_length=400, blank=True)
    bars = models.CharField(_("Chưa được giới thiệu vì"), max_length=600, blank=True)
    judged_at = models.DateTimeField(null=True, blank=True)
    reason = models.CharField(_("Lý do"), max_length=300, blank=True)
    decision = models.CharField(_("Quyết định"), max_length=200, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    recorded_by = by_account(blank=True)
    recorded_at = models.DateTimeField()

    objects = CandidateQuerySet.as_manager()

    class Meta:
        ordering = ["post", "person__sort_key", "pk"]
        indexes = [models.Index(fields=["person", "state"], name="candidate_of")]
        constraints = [
            models.UniqueConstraint(fields=["post", "person"], name="candidate_once"),
            models.CheckConstraint(
                condition=~Q(state__in=["proposed", "planned"]) | ~Q(line=""),
                name="candidate_listed_in_a_line",
            ),
            models.CheckConstraint(
                condition=~Q(state="removed") | (~Q(reason="") & Q(ended_on__isnull=False)),
                name="candidate_removed_says_why",
            ),
        ]

    def __str__(self):
        return f"{self.person}: {self.post}"


class Lack(models.Model):
    """A standard of the post that the candidate does not meet, as last judged."""

    candidate = models.ForeignKey(Candidate, on_delete=models.PROTECT, related_name="lacks")
    requirement = models.ForeignKey(Requirement, on_delete=models.PROTECT, related_name="+")
    is_met = models.BooleanField(default=False)

    class Meta:
        ordering = ["candidate", "requirement"]
        constraints = [
            models.UniqueConstraint(fields=["candidate", "requirement"], name="lack_once")
        ]

    def __str__(self):
        return f"{self.candidate_id}: {self.requirement}"
