"""What a forecast asks to be looked at: a target that will not be met as things go, a post that
falls empty with nobody ready. They propose; people decide.
"""

from collections.abc import Iterator
from datetime import date

from django.db.models import OuterRef, Subquery
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop as noop

from thenchot.insight import registry
from thenchot.insight.access import SEE, SEE_NAMES
from thenchot.insight.forecast.rules import months_to
from thenchot.insight.models import Forecast, ForecastEvent, ForecastGoal
from thenchot.platform import policies
from thenchot.platform.alerts.findings import about, roles
from thenchot.platform.alerts.registry import Finding, Severity, alert
from thenchot.platform.language import in_vietnamese
from thenchot.platform.scope.roles import Role
from thenchot.platform.ui.templatetags.ui import comma
from thenchot.policy.parameters import ForecastPolicy

BASIS = "S0-094"


def last_of_each(on: date):
    """The last forecast of each place; of older ones nobody is reminded any more."""
    newer = Forecast.objects.filter(home=OuterRef("home"), on__lte=on).order_by("-made_at", "-pk")
    return Forecast.objects.filter(pk=Subquery(newer.values("pk")[:1])).exclude(state="dismissed")


@in_vietnamese
@alert("forecast_goal_missed", _("Chỉ tiêu cơ cấu dự báo không đạt"), SEE)
def goals_missed(on: date) -> Iterator[Finding]:
    """Targets that are not met on their day, by law and the decisions there are (S0-094)."""
    rows = ForecastGoal.objects.filter(forecast__in=last_of_each(on), lacking__gt=0)
    for goal in rows.select_related("forecast__home", "target").order_by("pk"):
        indicator = registry.get(goal.indicator)
        if indicator is None or goal.alone is None:
            continue
        home = goal.forecast.home
        message = (
            f"{indicator.name}: ngày {goal.reached_on:%d/%m/%Y} dự báo {comma(goal.alone)}, "
            f"mức đặt {goal.comparator} {comma(float(goal.goal))}; còn thiếu {goal.lacking} người"
        )
        if goal.lacking_planned < goal.lacking:
            message += f", với việc đang làm còn {goal.lacking_planned}"
        yield about(
            home,
            message[:500],
            path=home.path,
            url=f"{reverse('forecast_indicator', args=[goal.indicator])}?unit={home.pk}",
            tells=roles(home.path, Role.OFFICER, Role.LEADER),
            severity=Severity.INFO,
            next_step=noop("Xem cần gì để đạt; đưa vào quy hoạch, tuyển dụng, đào tạo"),
            basis=", ".join((*indicator.clauses, BASIS)),
            detail=f"{goal.indicator} {goal.target_id or ''}".strip(),
        )


@alert("forecast_post_unready", _("Vị trí lãnh đạo sắp trống, chưa có người sẵn sàng"), SEE_NAMES)
def posts_unready(on: date) -> Iterator[Finding]:
    """Posts of leaders that fall empty within the months of the policy (S0-094)."""
    rows = ForecastEvent.objects.filter(
        forecast__in=last_of_each(on), empties=True, is_leader=True, ready=0, on__gte=on
    )
    months: dict[str, int] = {}
    for event in rows.select_related("forecast__home").order_by("pk"):
        home = event.forecast.home
        if home.path not in months:
            policy = policies.in_force(ForecastPolicy, path=home.path, on=on)
            months[home.path] = policy.warn_months
        if months_to(on, event.on) > months[home.path]:
            continue
        planned = f"{event.planned} người trong quy hoạch" if event.planned else "chưa quy hoạch ai"
        yield about(
            home,
            f"{event.post}: trống từ {event.on:%d/%m/%Y}, {planned}, chưa ai sẵn sàng"[:500],
            path=home.path,
            url=f"{reverse('forecast_events')}?unit={home.pk}&posts=on&unready=on",
            tells=roles(home.path, Role.OFFICER, Role.LEADER),
            severity=Severity.ACT,
            next_step=noop("Chuẩn bị nhân sự: quy hoạch, đào tạo, hoặc điều động"),
            basis=BASIS,
            detail=f"{event.kind} {event.person_id}",
        )
