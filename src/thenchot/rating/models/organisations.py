"""The year's rating of agencies and units (NĐ 335/2025, Đ5-9): rated before their people, lower
ones before higher.
"""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.organisation.models import Bloc, Unit, UnitKind
from thenchot.people.models.recorded import CurrentManager, Recorded, RecordQuerySet
from thenchot.platform.accounts.fields import by_account
from thenchot.rating.models.rounds import Round
from thenchot.worklog.enums import Band
from thenchot.worklog.labels import BAND


def share(label):
    """A percentage of the year's tasks, with two places."""
    return models.DecimalField(label, max_digits=5, decimal_places=2, null=True, blank=True)


class OrganisationRatingQuerySet(models.QuerySet):
    def visible_to(self, actor, permission=None):
        units = Unit.objects.visible_to(actor, permission).values("pk")
        return self.filter(Q(round__unit__in=units) | Q(unit__in=units))


class OrganisationRating(models.Model):
    """One organisation in one round. `general` and `results`: points by criterion as text ("8.5").
    `done`, `exceeding`, `late`: shares of the year's tasks in percent. `wrongdoing`: concluded
    wrongdoing in personnel work or disunity. `force_majeure` says what the competent level weighs
    when less was done than the least.
    """

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="bodies")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    general = models.JSONField(default=dict, blank=True)
    results = models.JSONField(default=dict, blank=True)
    done = share(_("Hoàn thành (% số nhiệm vụ)"))
    exceeding = share(_("Vượt yêu cầu (% số nhiệm vụ)"))
    late = share(_("Chậm tiến độ (% số nhiệm vụ)"))
    is_remedied = models.BooleanField(_("Đã khắc phục hạn chế của kỳ trước"), null=True, blank=True)
    wrongdoing = models.CharField(
        _("Kết luận vi phạm về công tác cán bộ hoặc mất đoàn kết"), max_length=300, blank=True
    )
    force_majeure = models.CharField(_("Lý do bất khả kháng"), max_length=300, blank=True)
    checked = models.CharField(
        _("Kiểm tra đơn thư, dấu hiệu mất đoàn kết"), max_length=300, blank=True
    )
    status = models.CharField(max_length=16, blank=True)
    total = models.DecimalField(
        _("Tổng điểm"), max_digits=7, decimal_places=2, null=True, blank=True
    )
    band = models.CharField(_("Mức theo điểm"), max_length=10, choices=choices(BAND), blank=True)
    level = models.CharField(_("Mức máy đề xuất"), max_length=10, choices=choices(BAND), blank=True)
    reasons = models.JSONField(default=list, blank=True)
    conditions = models.JSONField(default=list, blank=True)
    policy = models.JSONField(default=dict, blank=True)
    policy_hash = models.CharField(max_length=64, blank=True)
    scored_by = by_account(blank=True)
    scored_at = models.DateTimeField(null=True, blank=True)
    capped = models.CharField(_("Sau mức trần"), max_length=10, choices=choices(BAND), blank=True)
    cap_reasons = models.JSONField(default=list, blank=True)
    is_undecided = models.BooleanField(_("Bằng điểm tại mức trần, chờ quyết định"), default=False)
    decision: "OrganisationDecision | None"  # the one in force (`with_organisation_decisions`)

    objects = OrganisationRatingQuerySet.as_manager()

    class Meta:
        ordering = ["round", "unit__path"]
        constraints = [
            models.UniqueConstraint(fields=["round", "unit"], name="organisation_rating_once"),
            models.CheckConstraint(
                condition=Q(level="") | Q(level__in=list(Band), status="rated"),
                name="organisation_rating_level_of_rated",
            ),
        ]

    def __str__(self):
        return f"{self.unit} · {self.round.year}"

    @property
    def is_recognised_above(self) -> bool:
        """A commune's own People's Committee: the chair of the province recognises it; here only
        the decision is kept.
        """
        own, unit = self.round.unit, self.unit
        return (
            own.kind == UnitKind.COMMUNE
            and unit.parent_id == own.pk
            and (unit.kind, unit.bloc) == (UnitKind.AGENCY, Bloc.GOVERNMENT)
        )


class OrganisationDecision(Recorded):
    """What the recognising authority decided; a later one replaces it."""

    body = models.ForeignKey(OrganisationRating, on_delete=models.PROTECT, related_name="+")
    level = models.CharField(_("Mức xếp loại"), max_length=10, choices=choices(BAND))
    proposed = models.CharField(max_length=10, choices=choices(BAND), blank=True)
    reason = models.CharField(_("Lý do"), max_length=400, blank=True)
    number = models.CharField(_("Số quyết định"), max_length=120)
    decided_on = models.DateField(_("Ngày quyết định"))

    objects = CurrentManager.from_queryset(RecordQuerySet)()
    history = models.Manager.from_queryset(RecordQuerySet)()

    class Meta:
        ordering = ["-decided_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["body"],
                condition=Q(replaced_at__isnull=True),
                name="organisation_decision_once",
            ),
            models.CheckConstraint(
                condition=Q(level=F("proposed")) | ~Q(reason=""),
                name="organisation_decision_differs_with_reason",
            ),
        ]

    def __str__(self):
        return f"{self.body_id}: {self.get_level_display()}"
