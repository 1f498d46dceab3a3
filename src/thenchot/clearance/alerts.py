"""What is reminded: conclusions that end soon, told to those who keep the file, without names."""

from datetime import date, timedelta

from django.db.models import OuterRef, Subquery
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop as noop

from thenchot.clearance.access import KEEP
from thenchot.clearance.models import Conclusion
from thenchot.organisation.enums import HOMES
from thenchot.organisation.models import Unit
from thenchot.people.models import Appointment
from thenchot.platform import policies
from thenchot.platform.alerts.findings import about, roles
from thenchot.platform.alerts.registry import alert
from thenchot.platform.scope.roles import Role
from thenchot.policy.parameters import ClearancePolicy

FURTHEST = timedelta(days=366)


@alert("clearance_ends", _("Kết luận tiêu chuẩn chính trị sắp hết giá trị"), KEEP)
def ending(on: date):
    """Per commune: how many of those in office have a conclusion that ends within the days of the
    policy and no newer one.
    """
    same = Conclusion.objects.filter(person=OuterRef("person"), part=OuterRef("part"))
    newest = same.order_by("-requested_on", "-pk").values("pk")[:1]
    rows = Conclusion.objects.filter(pk=Subquery(newest), valid_to__range=(on, on + FURTHEST))
    ends = list(rows.order_by().values_list("person_id", "valid_to"))
    seats = Appointment.objects.in_force(on).filter(
        is_primary=True, person__in={person for person, _day in ends}
    )
    paths = dict(seats.values_list("person_id", "unit__path"))
    homes = list(Unit.objects.filter(kind__in=HOMES, valid_to__isnull=True).order_by("-path"))
    found: dict[int, set[int]] = {}
    for person, day in ends:
        home = next((one for one in homes if paths.get(person, "").startswith(one.path)), None)
        if home and day and day <= on + _within(home, on):
            found.setdefault(home.pk, set()).add(person)
    for home in homes:
        if home.pk in found:
            yield _told(home, len(found[home.pk]))


def _within(home: Unit, on: date) -> timedelta:
    return timedelta(days=policies.in_force(ClearancePolicy, path=home.path, on=on).remind_days)


def _told(home: Unit, people: int):
    return about(
        home,
        f"{home.name}: {people} người có kết luận tiêu chuẩn chính trị sắp hết giá trị",
        path=home.path,
        basis="S0-074, S1-055",
        next_step=noop("Đề nghị thẩm tra lại trước khi quy hoạch, bổ nhiệm"),
        url=reverse("clearance_list"),
        tells=roles(home.path, Role.OFFICER),
    )
