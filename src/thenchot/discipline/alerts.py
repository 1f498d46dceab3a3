"""What is reminded: cases near their last day, steps late, state discipline that follows the
Party's, an apology to publish.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop as noop

from thenchot.discipline.access import SEE
from thenchot.discipline.enums import CaseState, Side
from thenchot.discipline.models import Case, CasePause, CaseStep
from thenchot.discipline.services.cases import policy_of
from thenchot.people.models import Appointment
from thenchot.platform.alerts.findings import due, roles
from thenchot.platform.alerts.registry import Finding, alert
from thenchot.platform.scope.roles import Role

FURTHEST = timedelta(days=120)


def _tells(case: Case):
    role = Role.INSPECTOR if case.side == Side.PARTY else Role.OFFICER
    return roles(case.home.path, role)


@alert("case_due", _("Vụ việc kỷ luật đến hạn quyết định"), SEE)
def cases_due(on: date) -> Iterator[Finding]:
    """Time that is paused is not reminded of."""
    paused = CasePause.objects.filter(ends_on__isnull=True).values("case")
    rows = Case.objects.filter(state=CaseState.OPEN, due_on__lte=on + FURTHEST)
    rows = rows.exclude(pk__in=paused).select_related("home", "unit", "person")
    for case in rows.order_by("pk"):
        if case.due_on > on + timedelta(days=policy_of(case).remind_days):
            continue
        yield due(
            case,
            f"{case}: quyết định trước hết ngày {case.due_on:%d/%m/%Y}",
            last=case.due_on,
            on=on,
            path=case.home.path,
            next_step=noop("Ghi các bước còn lại, quyết định, hoặc tạm dừng khi có căn cứ"),
            url=reverse("discipline_case", args=[case.pk]),
            tells=_tells(case),
        )


@alert("case_step_late", _("Bước xem xét kỷ luật quá hạn"), SEE)
def late_steps(on: date) -> Iterator[Finding]:
    rows = CaseStep.objects.filter(case__state=CaseState.OPEN, done_on__isnull=True, due_on__lt=on)
    rows = rows.select_related("case__home", "case__unit", "case__person")
    for step in rows.order_by("pk"):
        if step.due_on is None:
            continue
        yield due(
            step,
            f"{step.case}: {step.name} quá hạn {step.due_on:%d/%m/%Y}",
            last=step.due_on,
            on=on,
            path=step.case.home.path,
            next_step=noop("Ghi kết quả bước này"),
            url=reverse("discipline_case", args=[step.case_id]),
            tells=_tells(step.case),
        )


@alert("case_after_party", _("Kỷ luật hành chính theo sau kỷ luật Đảng"), SEE)
def after_party(on: date) -> Iterator[Finding]:
    """Somebody in office disciplined by the Party, and no case of the State for the same act."""
    followed = Case.objects.filter(former__isnull=False).values("former")
    rows = Case.objects.filter(
        side=Side.PARTY,
        state=CaseState.DECIDED,
        person__isnull=False,
        decided_on__gte=on - timedelta(days=366),
    ).exclude(pk__in=followed)
    seats = Appointment.objects.in_force(on).filter(is_primary=True)
    seated = set(seats.filter(person__in=rows.values("person")).values_list("person_id", flat=True))
    for case in rows.select_related("home", "unit", "person").order_by("pk"):
        if case.person_id not in seated or case.decided_on is None:
            continue
        last = case.decided_on + timedelta(days=policy_of(case).after_party_days)
        yield due(
            case,
            f"{case.whom}: xem xét kỷ luật hành chính trước hết ngày {last:%d/%m/%Y}",
            last=last,
            on=on,
            path=case.home.path,
            next_step=noop("Mở vụ việc hành chính sau kỷ luật Đảng"),
            url=reverse("discipline_case_new"),
            tells=roles(case.home.path, Role.OFFICER),
        )


@alert("case_publish", _("Công bố việc kỷ luật oan, sai"), SEE)
def to_publish(on: date) -> Iterator[Finding]:
    rows = Case.objects.filter(state=CaseState.REVOKED, publish_by__gte=on - FURTHEST)
    for case in rows.select_related("home", "unit", "person").order_by("pk"):
        if case.publish_by is None:
            continue
        yield due(
            case,
            f"{case.whom}: công bố việc hủy kỷ luật trước hết ngày {case.publish_by:%d/%m/%Y}",
            last=case.publish_by,
            on=on,
            path=case.home.path,
            next_step=noop("Công bố công khai, phục hồi quyền lợi"),
            url=reverse("discipline_case", args=[case.pk]),
            tells=_tells(case),
        )
