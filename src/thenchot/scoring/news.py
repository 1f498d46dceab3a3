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

ARTICLE = "NĐ 335/2025, Điều 22"


def scorers_of(sheet: Assessment):
    """The head of the unit; of a head, whoever leads the unit above."""
    if sheet.kind == Capacity.HEAD:
        return roles(above(sheet.unit.path)[1], Role.LEADER)
    return roles(sheet.unit.path, Role.HEAD)


def _sheets(facts):
    rows = Assessment.objects.counting().filter(pk__in=list(facts), person__account__isnull=False)
    return rows.select_related("person", "unit")


def _own_page(sheet) -> str:
    return f"{reverse('my_month')}?assessment={sheet.pk}"


@news("sheet_closed", ends=("sheet_reopened",))
def closed(facts):
    for sheet in _sheets(facts):
        total = f": {sheet.total:.2f} điểm".replace(".", ",") if sheet.total is not None else ""
        yield about(
            sheet,
            f"{sheet.span.label_vi().capitalize()} đã chốt{total}",
            path=sheet.unit.path,
            since=None,
            url=_own_page(sheet),
            tells=the_person(sheet.person),
            next_step=noop("Xem phiếu; không đồng ý thì gửi kiến nghị"),
            basis=ARTICLE,
        )


@news("sheet_reopened", ends=("sheet_closed",))
def reopened(facts):
    for sheet in _sheets(facts):
        yield about(
            sheet,
            f"{sheet.span.label_vi().capitalize()} được mở lại",
            path=sheet.unit.path,
            since=None,
            url=_own_page(sheet),
            tells=the_person(sheet.person),
            next_step=noop("Xem lý do, kiểm tra lại việc của mình"),
        )


def _objections(facts):
    rows = Objection.objects.filter(pk__in=list(facts))
    return rows.select_related("assessment__person", "assessment__unit")


@news("objection_made")
def objected(facts):
    """Whoever scores hears of it on the day its clock begins."""
    for one in _objections(facts):
        sheet = one.assessment
        yield about(
            one,
            f"{sheet.person.full_name} kiến nghị về điểm {sheet.span.label_vi()}; "
            f"hạn giải quyết {one.due_on:%d/%m/%Y}",
            path=sheet.unit.path,
            since=None,
            url=reverse("assessment_detail", args=[sheet.pk]),
            tells=scorers_of(sheet),
            next_step=noop("Xem lại phiếu và trả lời"),
            basis=ARTICLE,
        )


@news("objection_settled", ends=("objection_made",))
def settled(facts):
    for one in _objections(facts):
        sheet = one.assessment
        result = "được chấp nhận" if one.is_upheld else "đã được trả lời"
        yield about(
            one,
            f"Kiến nghị về điểm {sheet.span.label_vi()} {result}",
            path=sheet.unit.path,
            since=None,
            url=_own_page(sheet),
            tells=the_person(sheet.person),
            next_step=noop("Xem trả lời"),
            basis=ARTICLE,
        )


@news("work_added")
def added(facts):
    """Sudden work waits for a word of whoever scores."""
    rows = Work.objects.filter(pk__in=list(facts), assessment__is_practice=False)
    for work in rows.select_related("assessment__person", "assessment__unit"):
        sheet = work.assessment
        yield about(
            work,
            f"{sheet.person.full_name} ghi việc phát sinh: {work.name[:160]}",
            path=sheet.unit.path,
            since=None,
            url=reverse("assessment_detail", args=[sheet.pk]),
            tells=scorers_of(sheet),
            next_step=noop("Xem và xác nhận"),
            basis="NĐ 335/2025, Điều 18.1.d",
        )
