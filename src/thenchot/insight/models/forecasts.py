"""Forecasts as they were worked out: months, what happens when, composition year by year. Kept as
advice; nothing else changes by them.
"""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from thenchot.insight.enums import EventKind, ReviewState
from thenchot.organisation.models import Unit
from thenchot.people.models import Person
from thenchot.platform.accounts.fields import by_account
from thenchot.programmes.models import Target
from thenchot.succession.models import PlannedPost


class ForecastQuerySet(models.QuerySet):
    def visible_to(self, actor, permission=None):
        return self.filter(home__in=Unit.objects.visible_to(actor, permission).values("pk"))


class Forecast(models.Model):
    """One forecast of a commune or province. `assumptions`: key -> value, as they were;
    `assumptions_hash` of them, `data_hash` of all that went in: the same two give the same figures.
    `leavers` of `person_years`: what the own files say of people who left; `leave_permille`: the
    rate used; null where too few people serve for an interval.
    """

    home = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    on = models.DateField(_("Dữ liệu ngày"))
    until = models.DateField(_("Đến ngày"))
    people = models.PositiveIntegerField(_("Số người"))
    assumptions = models.JSONField(default=dict)
    assumptions_hash = models.CharField(max_length=64)
    data_hash = models.CharField(max_length=64)
    leavers = models.PositiveIntegerField(default=0)
    person_years = models.FloatField(default=0)
    leave_permille = models.FloatField(null=True, blank=True)
    remarks = models.JSONField(default=list)
    seconds = models.FloatField(default=0)
    made_by = by_account(blank=True)
    made_at = models.DateTimeField()
    state = models.CharField(max_length=9, choices=ReviewState.choices, default=ReviewState.OPEN)
    reason = models.CharField(_("Ý kiến"), max_length=400, blank=True)
    reviewed_by = by_account(blank=True)
    reviewed_at = models.DateTimeField(null=True, blank=True)

    objects = ForecastQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-pk"]
        indexes = [models.Index(fields=["home", "-made_at"], name="forecast_last")]
        constraints = [
            models.CheckConstraint(condition=Q(until__gt=F("on")), name="forecast_looks_ahead"),
            models.CheckConstraint(
                condition=Q(state="open", reviewed_at__isnull=True)
                | (~Q(state="open") & Q(reviewed_at__isnull=False)),
                name="forecast_reviewed_pair",
            ),
            models.CheckConstraint(
                condition=~Q(state="dismissed") | ~Q(reason=""),
                name="forecast_dismissed_says_why",
            ),
        ]

    def __str__(self):
        return f"{self.home.name}, {self.on:%d/%m/%Y}"

    @property
    def has_interval(self) -> bool:
        return self.leave_permille is not None


class OfForecast(models.QuerySet):
    def visible_to(self, actor, permission=None):
        forecasts = Forecast.objects.visible_to(actor, permission)
        return self.filter(forecast__in=forecasts.values("pk"))


class ForecastMonth(models.Model):
    """The end of a month. `certain`: people by law and decisions alone; `planned`: also by what is
    under way; `low`, `middle`, `high`: of the test runs, with assumptions. `retiring`, `leaving`,
    `arriving`: certain, within the month. `empty_…`: posts of leaders without a holder.
    """

    forecast = models.ForeignKey(Forecast, on_delete=models.PROTECT, related_name="months")
    on = models.DateField(_("Cuối tháng"))
    quota = models.PositiveIntegerField(_("Biên chế được giao"), null=True, blank=True)
    certain = models.PositiveIntegerField(_("Theo luật, quyết định"))
    planned = models.PositiveIntegerField(_("Cả việc đang làm"))
    low = models.PositiveIntegerField(null=True, blank=True)
    middle = models.PositiveIntegerField(null=True, blank=True)
    high = models.PositiveIntegerField(null=True, blank=True)
    retiring = models.PositiveIntegerField(_("Nghỉ hưu"), default=0)
    leaving = models.PositiveIntegerField(_("Rời đi"), default=0)
    arriving = models.PositiveIntegerField(_("Đến"), default=0)
    empty_certain = models.PositiveIntegerField(_("Vị trí lãnh đạo trống"), default=0)
    empty_low = models.PositiveIntegerField(null=True, blank=True)
    empty_middle = models.PositiveIntegerField(null=True, blank=True)
    empty_high = models.PositiveIntegerField(null=True, blank=True)

    objects = OfForecast.as_manager()

    class Meta:
        ordering = ["forecast", "on"]
        constraints = [
            models.UniqueConstraint(fields=["forecast", "on"], name="forecast_month_once"),
            models.CheckConstraint(
                condition=Q(low__isnull=True)
                | (Q(low__lte=F("middle")) & Q(middle__lte=F("high"))),
                name="forecast_month_in_order",
            ),
        ]

    def __str__(self):
        return f"{self.forecast_id} {self.on}"


class ForecastEvent(models.Model):
    """What happens on a day that is known: somebody retires, a term ends, somebody arrives. Nobody
    is named for an assumption. `is_certain`: by law or a decision; otherwise under way. `planned`,
    `ready`: of the planning list for the post that falls empty, on that day.
    """

    forecast = models.ForeignKey(Forecast, on_delete=models.PROTECT, related_name="events")
    kind = models.CharField(_("Việc"), max_length=10, choices=EventKind.choices)
    on = models.DateField(_("Ngày"))
    is_certain = models.BooleanField(default=True)
    empties = models.BooleanField(default=False)
    is_leader = models.BooleanField(default=False)
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    post = models.CharField(_("Vị trí, chức danh"), max_length=300, blank=True)
    basis = models.CharField(_("Căn cứ"), max_length=300, blank=True)
    planned_post = models.ForeignKey(
        PlannedPost, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    planned = models.PositiveSmallIntegerField(_("Đã quy hoạch"), default=0)
    ready = models.PositiveSmallIntegerField(_("Đủ tiêu chuẩn"), default=0)

    objects = OfForecast.as_manager()

    class Meta:
        ordering = ["forecast", "on", "pk"]
        indexes = [models.Index(fields=["forecast", "kind", "on"], name="forecast_event_of")]
        constraints = [
            models.CheckConstraint(
                condition=Q(ready__lte=F("planned")), name="forecast_event_ready_within"
            ),
        ]

    def __str__(self):
        return f"{EventKind(self.kind).label} {self.on}"


class ForecastValue(models.Model):
    """An indicator on a day: by law and decisions alone, and with the planned changes."""

    forecast = models.ForeignKey(Forecast, on_delete=models.PROTECT, related_name="values")
    indicator = models.CharField(_("Chỉ số"), max_length=60)
    on = models.DateField(_("Ngày"))
    part = models.PositiveIntegerField()
    whole = models.PositiveIntegerField()
    unknown = models.PositiveIntegerField(default=0)
    planned_part = models.PositiveIntegerField()
    planned_whole = models.PositiveIntegerField()
    planned_unknown = models.PositiveIntegerField(default=0)

    objects = OfForecast.as_manager()

    class Meta:
        ordering = ["forecast", "indicator", "on"]
        constraints = [
            models.UniqueConstraint(
                fields=["forecast", "indicator", "on"], name="forecast_value_once"
            ),
            models.CheckConstraint(
                condition=Q(part__lte=F("whole")) & Q(planned_part__lte=F("planned_whole")),
                name="forecast_value_within",
            ),
        ]

    def __str__(self):
        return f"{self.indicator} {self.on}"


class ForecastGoal(models.Model):
    """A level that an indicator should reach by a day: of a programme, or (`target` empty) usual in
    the place. `reached_on`: the day of the forecast it is measured on.
    """

    forecast = models.ForeignKey(Forecast, on_delete=models.PROTECT, related_name="goals")
    indicator = models.CharField(_("Chỉ số"), max_length=60)
    target = models.ForeignKey(
        Target, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    comparator = models.CharField(max_length=2)
    goal = models.DecimalField(_("Mức đặt"), max_digits=14, decimal_places=3)
    reached_on = models.DateField(_("Tính ngày"))
    now = models.FloatField(null=True, blank=True)
    alone = models.FloatField(null=True, blank=True)
    planned = models.FloatField(null=True, blank=True)
    lacking = models.PositiveIntegerField(default=0)
    lacking_planned = models.PositiveIntegerField(default=0)
    places = models.PositiveIntegerField(default=0)

    objects = OfForecast.as_manager()

    class Meta:
        ordering = ["forecast", "indicator", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["forecast", "indicator", "target"], name="forecast_goal_of_target_once"
            ),
            models.UniqueConstraint(
                fields=["forecast", "indicator"],
                condition=Q(target__isnull=True),
                name="forecast_goal_usual_once",
            ),
        ]

    def __str__(self):
        return f"{self.indicator} {self.comparator} {self.goal}"
