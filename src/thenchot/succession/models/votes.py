"""Conferences of a plan, and the ballots counted in them."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.platform.accounts.fields import by_account
from thenchot.platform.files.models import StoredFile
from thenchot.succession.labels import STEP
from thenchot.succession.models.plans import Candidate, SuccessionPlan


class ConferenceQuerySet(models.QuerySet):
    def visible_to(self, actor, permission=None):
        plans = SuccessionPlan.objects.visible_to(actor, permission)
        return self.filter(plan__in=plans.values("pk"))


class Conference(models.Model):
    """One meeting of a round: who was called, who came, how many ballots were valid. `round`: a
    list may be voted on again for those who joined it later. `excused`: absent for reasons beyond
    them, by name in the minutes; they leave the number summoned. `counted_at`: locked, nothing in
    it changes any more.
    """

    plan = models.ForeignKey(SuccessionPlan, on_delete=models.PROTECT, related_name="conferences")
    round = models.PositiveSmallIntegerField(_("Lượt"), default=1)
    step = models.CharField(_("Hội nghị"), max_length=10, choices=choices(STEP))
    held_on = models.DateField(_("Ngày họp"))
    place = models.CharField(_("Địa điểm"), max_length=200, blank=True)
    chair = models.CharField(_("Chủ trì"), max_length=160)
    summoned = models.PositiveSmallIntegerField(_("Triệu tập"))
    excused = models.PositiveSmallIntegerField(_("Vắng có lý do bất khả kháng"), default=0)
    present = models.PositiveSmallIntegerField(_("Có mặt"))
    handed_out = models.PositiveSmallIntegerField(_("Phiếu phát ra"))
    returned = models.PositiveSmallIntegerField(_("Phiếu thu về"))
    valid = models.PositiveSmallIntegerField(_("Phiếu hợp lệ"))
    note = models.CharField(_("Ghi chú, tên người vắng"), max_length=600, blank=True)
    file = models.ForeignKey(
        StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    counted_by = by_account(blank=True)
    counted_at = models.DateTimeField(null=True, blank=True)

    objects = ConferenceQuerySet.as_manager()

    class Meta:
        ordering = ["plan", "held_on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "round", "step"], name="conference_once"),
            models.CheckConstraint(
                condition=Q(summoned__gte=1)
                & Q(excused__lte=F("summoned"))
                & Q(present__lte=F("summoned") - F("excused"))
                & Q(handed_out__lte=F("present"))
                & Q(returned__lte=F("handed_out"))
                & Q(valid__lte=F("returned")),
                name="conference_counts_hold",
            ),
        ]

    def __str__(self):
        return f"{self.get_step_display()} {self.held_on:%d/%m/%Y}"

    @property
    def is_counted(self) -> bool:
        return self.counted_at is not None


class Ballot(models.Model):
    """How many agreed to one candidate. `passed`: written when the conference is counted."""

    conference = models.ForeignKey(Conference, on_delete=models.PROTECT, related_name="ballots")
    candidate = models.ForeignKey(Candidate, on_delete=models.PROTECT, related_name="ballots")
    agreed = models.PositiveSmallIntegerField(_("Đồng ý"))
    passed = models.BooleanField(null=True, blank=True)

    class Meta:
        ordering = ["conference", "candidate"]
        constraints = [
            models.UniqueConstraint(fields=["conference", "candidate"], name="ballot_once")
        ]

    def __str__(self):
        return f"{self.candidate_id}: {self.agreed}"
