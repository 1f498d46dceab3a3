"""What happens to months and quarters, told at once: a result, a sheet opened again, an objection
and its answer, sudden work.
"""

from django.urls import reverse
from django.utils.translation import gettext_noop as noop

from thenchot.platform.alerts.findings import about, roles, the_person
from thenchot.platform.alerts.news import news
from thenchot.platform.scope.places import above
from thenchot.platform.scope.roles import Role
from thenchot.scoring.models import Objection
from thenchot.worklog.enums import Capacity
from thenchot.worklog.models import Assessment, Work


def scorers_of(sheet: Assessment):
    """The head of the unit; of a head, whoever leads the unit above."""
    if sheet.kind == Capacity.HEAD:
        return roles(above(sheet.unit.path)[1], Role.LEADER)
    return roles(sheet.unit.path, Role.HEAD)


def _to_scorers(subject, sheet: Assessment, message: str, next_step: str):
    """Whoever scores the sheet; not its person, who may hold the account of the head."""
    return about(
        subject,
        message,
        path=sheet.unit.path,
        url=reverse("assessment_detail", args=[sheet.pk]),
        tells=scorers_of(sheet),
        never=sheet.person.account_id,
        next_step=next_step,
    )


def _to_person(subject, sheet: Assessment, message: str, next_step: str):
    return about(
        subject,
        message,
        path=sheet.unit.path,
        url=f"{reverse('my_month')}?assessment={sheet.pk}",
        tells=the_person(sheet.person),
        next_step=next_step,
    )


def _sheets(facts):
    rows = Assessment.objects.counting().filter(pk__in=list(facts), person__account__isnull=False)
    return rows.select_related("person", "unit")


@news("sheet_closed", ends=("sheet_reopened",))
def closed(facts):
    step = noop("Xem phiếu; không đồng ý thì gửi kiến nghị")
    for sheet in _sheets(facts):
        total = f": {sheet.total:.2f} điểm".replace(".", ",") if sheet.total is not None else ""
        yield _to_person(sheet, sheet, f"{_period(sheet)} đã chốt{total}", step)


@news("sheet_reopened", ends=("sheet_closed",))
def reopened(facts):
    step = noop("Xem lý do, kiểm tra lại việc của mình")
    for sheet in _sheets(facts):
        yield _to_person(sheet, sheet, f"{_period(sheet)} được mở lại", step)


def _period(sheet: Assessment) -> str:
    return sheet.span.label_vi().capitalize()


def _objections(facts):
    rows = Objection.objects.filter(pk__in=list(facts))
    return rows.select_related("assessment__person", "assessment__unit")


@news("objection_made")
def objected(facts):
    """On the day its clock begins (NĐ 335/2025, Điều 22)."""
    for one in _objections(facts):
        sheet = one.assessment
        message = (
            f"{sheet.person.full_name} kiến nghị về điểm {sheet.span.label_vi()}; "
            f"hạn giải quyết {one.due_on:%d/%m/%Y}"
        )
        yield _to_scorers(one, sheet, message, noop("Xem lại phiếu và trả lời"))


@news("objection_settled", ends=("objection_made",))
def settled(facts):
    for one in _objections(facts):
        result = "được chấp nhận" if one.is_upheld else "đã được trả lời"
        message = f"Kiến nghị về điểm {one.assessment.span.label_vi()} {result}"
        yield _to_person(one, one.assessment, message, noop("Xem trả lời"))


@news("work_added")
def added(facts):
    """Sudden work waits for a word of whoever scores (NĐ 335/2025, Điều 18.1.d)."""
    rows = Work.objects.filter(pk__in=list(facts), assessment__is_practice=False)
    for work in rows.select_related("assessment__person", "assessment__unit"):
        sheet = work.assessment
        message = f"{sheet.person.full_name} ghi việc phát sinh: {work.name[:160]}"
        yield _to_scorers(work, sheet, message, noop("Xem và xác nhận"))
