"""What is reminded in placement: held vacancies, late steps, ending suspensions and trials, late
hand-overs.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop as noop

from thenchot.placement.access import SEE
from thenchot.placement.enums import ItemState, ProcedureState, VacancyState
from thenchot.placement.models import HandOverItem, Procedure, ProcedureStep, Vacancy
from thenchot.platform import policies
from thenchot.platform.alerts.findings import due, roles
from thenchot.platform.alerts.registry import Finding, alert
from thenchot.platform.scope.roles import Role
from thenchot.policy.parameters import PlacementPolicy

FURTHEST = timedelta(days=366)
ENDING = ("trial", "suspension", "rotation")


@alert("vacancy_look_again", _("Chỗ để khuyết đến ngày xem lại"), SEE)
def look_again(on: date) -> Iterator[Finding]:
    """Vacancies held on purpose, once their day has come (S1-037)."""
    rows = Vacancy.objects.filter(state=VacancyState.HELD, look_again_on__lte=on, seat=None)
    for one in rows.select_related("unit").order_by("pk"):
        yield due(
            one,
            f"{one}: đến ngày xem lại ({one.look_again_on:%d/%m/%Y})",
            last=one.look_again_on,
            on=on,
            path=one.unit.path,
            basis="S1-037",
            next_step=noop("Chọn hướng bố trí, hoặc để khuyết đến ngày khác"),
            url=reverse("vacancy_list") + "?state=held",
            tells=roles(one.unit.path, Role.OFFICER),
        )


@alert("procedure_step_late", _("Bước của quy trình quá hạn"), SEE)
def late_steps(on: date) -> Iterator[Finding]:
    rows = ProcedureStep.objects.filter(
        procedure__state=ProcedureState.OPEN, done_on__isnull=True, due_on__lt=on
    ).select_related("procedure__unit", "procedure__person")
    for step in rows.order_by("pk"):
        case = step.procedure
        yield due(
            step,
            f"{case.name}, {case.person.full_name}: {step.name} quá hạn {step.due_on:%d/%m/%Y}",
            last=step.due_on,
            on=on,
            path=case.unit.path,
            basis=case.source,
            next_step=noop("Ghi kết quả bước này, hoặc dừng quy trình với lý do"),
            url=reverse("procedure", args=[case.pk]),
            tells=roles(case.unit.path, Role.OFFICER),
        )


@alert("placement_ends", _("Thời hạn giao quyền, luân chuyển, tạm đình chỉ sắp hết"), SEE)
def ending(on: date) -> Iterator[Finding]:
    """Trials, rotations and suspensions whose last day comes (S0-090)."""
    rows = Procedure.objects.filter(
        state=ProcedureState.DECIDED, kind__in=ENDING, until__range=(on, on + FURTHEST)
    ).select_related("unit", "person")
    for case in rows.order_by("pk"):
        policy = policies.in_force(PlacementPolicy, path=case.unit.path, on=on)
        last = on + timedelta(days=policy.remind_days)
        if case.until is None or case.until > last:
            continue
        yield due(
            case,
            f"{case.name}, {case.person.full_name}: hết hạn {case.until:%d/%m/%Y}",
            last=case.until,
            on=on,
            path=case.unit.path,
            basis="S0-090",
            next_step=noop("Đánh giá, quyết định bước tiếp theo trước ngày hết hạn"),
            url=reverse("procedure", args=[case.pk]),
            tells=roles(case.unit.path, Role.OFFICER),
        )


@alert("hand_over_late", _("Bàn giao quá hạn"), SEE)
def late_hand_overs(on: date) -> Iterator[Finding]:
    rows = HandOverItem.objects.filter(state=ItemState.OPEN, due_on__lt=on)
    for item in rows.select_related("procedure__unit", "procedure__person").order_by("pk"):
        case = item.procedure
        yield due(
            item,
            f"{case.person.full_name}: chưa bàn giao “{item.text}”",
            last=item.due_on,
            on=on,
            path=case.unit.path,
            next_step=noop("Bàn giao, ghi ngày xong"),
            url=reverse("procedure", args=[case.pk]),
            tells=roles(case.unit.path, Role.OFFICER),
        )
