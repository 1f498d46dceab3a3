"""Promising people somebody pointed to, and the roads of those who are planned."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.organisation.models import Unit
from thenchot.organisation.models.scopes import ScopedByUnit
from thenchot.people.models import Person
from thenchot.platform.accounts.fields import by_account
from thenchot.succession.enums import MilestoneState, ProspectState
from thenchot.succession.labels import (
    MILESTONE_KIND,
    MILESTONE_STATE,
    ORIGIN,
    PROSPECT_STATE,
)
from thenchot.succession.models.plans import Candidate


class OfPlan(models.QuerySet):
    def visible_to(self, actor, permission=None):
        """Whoever sees the list sees the roads of its people."""
        candidates = Candidate.objects.visible_to(actor, permission)
        return self.filter(candidate__in=candidates.values("pk"))


class Prospect(models.Model):
    """Somebody with prospects (nhân tố có triển vọng), pointed to on evidence. `person`: where a
    file is kept; otherwise `name` and `work` say who it is.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    name = models.CharField(_("Họ và tên"), max_length=120)
    work = models.CharField(_("Đang làm gì, ở đâu"), max_length=300, blank=True)
    origin = models.CharField(_("Nơi giới thiệu"), max_length=6, choices=choices(ORIGIN))
    referred_by = models.CharField(_("Người, tổ chức giới thiệu"), max_length=200)
    evidence = models.CharField(_("Việc làm, kết quả làm căn cứ"), max_length=1000)
    state = models.CharField(
        max_length=8, choices=choices(PROSPECT_STATE), default=ProspectState.NOTED
    )
    outcome = models.CharField(_("Kết quả theo dõi"), max_length=600, blank=True)
    noted_by = by_account()
    noted_at = models.DateTimeField()

    objects = ScopedByUnit.as_manager()

    class Meta:
        ordering = ["-noted_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "person"],
                condition=Q(state__in=["noted", "followed"], person__isnull=False),
                name="prospect_once",
            ),
        ]

    def __str__(self):
        return self.name


class Milestone(models.Model):
    """One step on the road of a planned person: what, until when, whether it is done."""

    candidate = models.ForeignKey(Candidate, on_delete=models.PROTECT, related_name="milestones")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(_("Loại"), max_length=8, choices=choices(MILESTONE_KIND))
    text = models.CharField(_("Nội dung"), max_length=400)
    due_on = models.DateField(_("Xong trước hết ngày"))
    state = models.CharField(
        max_length=7, choices=choices(MILESTONE_STATE), default=MilestoneState.OPEN
    )
    done_on = models.DateField(_("Ngày xong"), null=True, blank=True)
    note = models.CharField(_("Kết quả, lý do"), max_length=400, blank=True)
    recorded_by = by_account()
    recorded_at = models.DateTimeField()

    objects = OfPlan.as_manager()

    class Meta:
        ordering = ["due_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="done", done_on__isnull=False)
                | (~Q(state="done") & Q(done_on__isnull=True)),
                name="milestone_done_pair",
            ),
            models.CheckConstraint(
                condition=~Q(state="dropped") | ~Q(note=""), name="milestone_dropped_says_why"
            ),
        ]

    def __str__(self):
        return self.text
