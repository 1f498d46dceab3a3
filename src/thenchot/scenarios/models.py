"""Proposals that were worked out (phương án tham khảo): what was asked, the options, their lines.
Kept as advice; nothing else changes by them.
"""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.organisation.models import JobPosition, Unit
from thenchot.organisation.models.scopes import ScopedByUnit
from thenchot.people.models import Person
from thenchot.platform.accounts.fields import by_account
from thenchot.scenarios.enums import ImpactState, LineKind, Method, ScenarioState
from thenchot.scenarios.labels import IMPACT_STATE, LINE_KIND, METHOD, SCENARIO_STATE, STATUS
from thenchot.succession.models import SuccessionPlan
from thenchot.training.models import TrainingPlan


class ImpactReport(models.Model):
    """What the place says about the use of a method before it is used: purpose, data, risks,
    control (báo cáo đánh giá tác động). Drafted by one person, approved by another.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    method = models.CharField(_("Phương pháp"), max_length=10, choices=choices(METHOD))
    purpose = models.TextField(_("Mục đích, cách dùng"))
    data = models.TextField(_("Dữ liệu được dùng"))
    risks = models.TextField(_("Rủi ro"))
    control = models.TextField(_("Biện pháp kiểm soát, người giám sát"))
    state = models.CharField(max_length=8, choices=choices(IMPACT_STATE), default=ImpactState.DRAFT)
    document = models.CharField(_("Văn bản phê duyệt"), max_length=200, blank=True)
    approved_on = models.DateField(_("Ngày phê duyệt"), null=True, blank=True)
    drafted_by = by_account()
    drafted_at = models.DateTimeField()
    approved_by = by_account(blank=True)

    objects = ScopedByUnit.as_manager()

    class Meta:
        ordering = ["-drafted_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "method"],
                condition=Q(state="approved"),
                name="impact_report_one_approved",
            ),
            models.CheckConstraint(
                condition=Q(state="draft") | (Q(approved_on__isnull=False) & ~Q(document="")),
                name="impact_report_approved_pair",
            ),
        ]

    def __str__(self):
        return str(METHOD[Method(self.method)])


class Scenario(models.Model):
    """One question put to the solver. `settings`: what was asked; `data_hash`: of all that went in,
    so that the same question gives the same answer; `seconds` it took.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    method = models.CharField(_("Phương pháp"), max_length=10, choices=choices(METHOD))
    name = models.CharField(_("Tên phương án"), max_length=200)
    report = models.ForeignKey(ImpactReport, on_delete=models.PROTECT, related_name="+")
    succession_plan = models.ForeignKey(
        SuccessionPlan, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    training_plan = models.ForeignKey(
        TrainingPlan, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    settings = models.JSONField(default=dict)
    state = models.CharField(
        max_length=9, choices=choices(SCENARIO_STATE), default=ScenarioState.WAITING
    )
    reckoned_on = models.DateField(_("Dữ liệu ngày"))
    data_hash = models.CharField(max_length=64, blank=True)
    seconds = models.FloatField(null=True, blank=True)
    remarks = models.JSONField(default=list)
    made_by = by_account()
    made_at = models.DateTimeField()

    objects = ScopedByUnit.as_manager()

    class Meta:
        ordering = ["-made_at", "-pk"]

    def __str__(self):
        return self.name


class OfScenario(models.QuerySet):
    def visible_to(self, actor, permission=None):
        scenarios = Scenario.objects.visible_to(actor, permission)
        return self.filter(scenario__in=scenarios.values("pk"))


class ScenarioOption(models.Model):
    """One answer. `changes`: moves, names in and out, classes; `open`: seats left empty, people
    lacking, needs not met; `missing`: standards not met, successors lacking; `points` of fit;
    `cost` in đồng; `gap`: how much better an answer could still be, in the measure of the solver.
    """

    scenario = models.ForeignKey(Scenario, on_delete=models.PROTECT, related_name="options")
    number = models.PositiveSmallIntegerField()
    status = models.CharField(max_length=8, choices=choices(STATUS))
    changes = models.PositiveIntegerField(default=0)
    open = models.PositiveIntegerField(default=0)
    missing = models.PositiveIntegerField(default=0)
    points = models.IntegerField(default=0)
    cost = models.DecimalField(max_digits=14, decimal_places=0, null=True, blank=True)
    gap = models.FloatField(default=0)
    shares = models.JSONField(default=dict)

    objects = OfScenario.as_manager()

    class Meta:
        ordering = ["scenario", "number"]
        constraints = [
            models.UniqueConstraint(fields=["scenario", "number"], name="scenario_option_once")
        ]

    def __str__(self):
        return f"{self.scenario} ({self.number})"


class OfOption(models.QuerySet):
    def visible_to(self, actor, permission=None):
        options = ScenarioOption.objects.visible_to(actor, permission)
        return self.filter(option__in=options.values("pk"))


class ScenarioLine(models.Model):
    """One change of an option, or what it leaves open, with its reason."""

    option = models.ForeignKey(ScenarioOption, on_delete=models.PROTECT, related_name="lines")
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    position = models.ForeignKey(
        JobPosition, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    kind = models.CharField(_("Việc"), max_length=8, choices=choices(LINE_KIND))
    leaves = models.CharField(_("Từ"), max_length=300, blank=True)
    takes = models.CharField(_("Đến"), max_length=300, blank=True)
    reason = models.TextField(_("Vì sao"), blank=True)

    objects = OfOption.as_manager()

    class Meta:
        ordering = ["option", "pk"]

    def __str__(self):
        return f"{LINE_KIND[LineKind(self.kind)]} {self.takes}"
