"""What waits for somebody: findings handed over, cases to decide, breaches to explain and settle,
people of the screening list.
"""

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.discipline.access import DECIDE, EDIT, RECORD
from thenchot.discipline.enums import CaseState
from thenchot.discipline.models import Case, CaseStep, Screening, WorkBreach
from thenchot.oversight.enums import FindingState
from thenchot.oversight.models import Finding
from thenchot.people.queries import not_about_oneself
from thenchot.platform.scope.nearest import answering
from thenchot.platform.ui.desk import LINES, Line, Waiting, register


def findings_to_open(actor, on):
    over = answering(actor, EDIT).over("inspection__unit__path")
    taken = Case.objects.filter(finding=OuterRef("pk"))
    rows = Finding.objects.filter(over, ~Exists(taken), state=FindingState.HANDED_OVER)
    return not_about_oneself(rows, actor).order_by("settled_on", "pk")


def say_findings(actor, rows, on):
    for one in rows.select_related("unit")[:LINES]:
        yield Line(one.text, reverse("discipline_case_from_finding"), one.unit.name)


def cases_to_decide(actor, on):
    waiting = CaseStep.objects.filter(case=OuterRef("pk"), done_on__isnull=True)
    over = answering(actor, DECIDE).over("home__path")
    rows = Case.objects.filter(over, ~Exists(waiting), state=CaseState.OPEN)
    return not_about_oneself(rows, actor).order_by("due_on", "pk")


def say_cases(actor, rows, on):
    for case in rows.select_related("person", "unit")[:LINES]:
        note = f"{case.due_on:%d/%m/%Y}"
        yield Line(str(case), reverse("discipline_case", args=[case.pk]), note)


def mine_to_explain(actor, on):
    rows = WorkBreach.objects.filter(
        person__account__isnull=False, person__account=actor.account_id
    )
    return rows.filter(handling="", explanation="").order_by("happened_on", "pk")


def say_mine(actor, rows, on):
    for one in rows[:LINES]:
        url = reverse("discipline_breach_explain", args=[one.pk])
        yield Line(one.text, url, f"{one.happened_on:%d/%m/%Y}")


def breaches_to_settle(actor, on):
    over = answering(actor, RECORD).over("unit__path")
    rows = WorkBreach.objects.filter(over, handling="").exclude(explanation="")
    return not_about_oneself(rows, actor).order_by("explained_on", "pk")


def say_breaches(actor, rows, on):
    for one in rows.select_related("person")[:LINES]:
        url = reverse("discipline_breach_handle", args=[one.pk])
        yield Line(one.text, url, one.person.full_name)


def screenings_to_decide(actor, on):
    over = answering(actor, DECIDE).over("unit__path")
    rows = Screening.objects.filter(over, way="").exclude(proposal="")
    rows = rows.exclude(proposed_by=actor.account_id)
    return not_about_oneself(rows, actor).order_by("found_on", "pk")


def say_screenings(actor, rows, on):
    for row in rows.select_related("person")[:LINES]:
        url = reverse("screening_decide", args=[row.pk])
        yield Line(row.person.full_name, url, row.quarter)


register(
    Waiting(
        74,
        "case_finding",
        _("Phát hiện được chuyển, chưa mở vụ việc"),
        findings_to_open,
        say_findings,
    ),
    Waiting(75, "case", _("Vụ việc kỷ luật chờ quyết định"), cases_to_decide, say_cases),
    Waiting(76, "breach_mine", _("Vi phạm chờ tôi giải trình"), mine_to_explain, say_mine),
    Waiting(
        77,
        "breach",
        _("Vi phạm đã giải trình, chờ xử lý"),
        breaches_to_settle,
        say_breaches,
        all_of="discipline_breach_list",
    ),
    Waiting(
        78,
        "screening",
        _("Sàng lọc chờ quyết định"),
        screenings_to_decide,
        say_screenings,
        all_of="screening_list",
    ),
)
