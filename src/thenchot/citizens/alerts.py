"""What is reminded: cases near or past their day, with who answers for them."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.db.models import Count, Min, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop as noop

from thenchot.citizens.access import SEE
from thenchot.citizens.models import Case
from thenchot.citizens.queries.policy import policy_of
from thenchot.organisation.models import Unit
from thenchot.platform.alerts.findings import about, roles
from thenchot.platform.alerts.registry import Finding, alert
from thenchot.platform.clock import now
from thenchot.platform.scope.roles import Role

DESK = (Role.CLERK, Role.OFFICER)


@alert("onestop_late", _("Hồ sơ của dân gần hạn, quá hạn"), SEE)
def late_cases(on: date) -> Iterator[Finding]:
    """A unit with cases that are open and near or past their day, not by an outage (S0-082)."""
    at = now()
    open_ = Case.objects.filter(ended_at__isnull=True, fair_deadline_at__isnull=False)
    rows = open_.filter(fair_deadline_at__lt=at + timedelta(days=60)).order_by()
    units = Unit.objects.in_bulk(set(rows.values_list("unit_id", flat=True)))
    homes = Unit.objects.in_bulk(set(rows.values_list("home_id", flat=True)))
    days = {home.pk: policy_of(home, on).remind_days for home in homes.values()}
    for home_id, count in days.items():
        near = rows.filter(home=home_id, fair_deadline_at__lt=at + timedelta(days=count))
        late = Count("pk", filter=Q(fair_deadline_at__lt=at))
        for row in near.values("unit_id").annotate(
            n=Count("pk"), late=late, first=Min("fair_deadline_at")
        ):
            yield _finding(units[row["unit_id"]], dict(row))


def _finding(unit: Unit, row: dict) -> Finding:
    return about(
        unit,
        f"{unit.name}: {row['late']} hồ sơ quá hạn, {row['n'] - row['late']} hồ sơ gần hạn; sớm "
        f"nhất {row['first']:%d/%m/%Y}",
        path=unit.path,
        basis="S0-082, S2-040",
        next_step=noop("Trả kết quả, hoặc gửi thư xin lỗi trước hạn"),
        url=reverse("onestop_case_list") + f"?unit={unit.pk}&punctual=late",
        tells=roles(unit.path, Role.HEAD, *DESK),
    )
