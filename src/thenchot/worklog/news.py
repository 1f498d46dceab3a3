"""What happens in daily work, told at once: plans and their answers, quick opinions."""

from dataclasses import replace

from django.urls import reverse
from django.utils.translation import gettext_noop as noop

from thenchot.platform.alerts.findings import about, roles, the_person
from thenchot.platform.alerts.news import news
from thenchot.platform.alerts.registry import AccountAudience, Finding
from thenchot.platform.scope.places import above
from thenchot.platform.scope.roles import Role
from thenchot.worklog.enums import Capacity
from thenchot.worklog.models import OpinionRequest, PlanLine


def _lines(facts):
    rows = PlanLine.objects.filter(pk__in=list(facts), assessment__is_practice=False)
    return rows.select_related("assessment__person", "assessment__unit")


@news("plan_proposed")
def proposed(facts):
    for line in _lines(facts):
        sheet = line.assessment
        is_head = sheet.kind == Capacity.HEAD
        path = above(sheet.unit.path)[1] if is_head else sheet.unit.path
        yield about(
            line,
            f"{sheet.person.full_name} đề xuất việc: {line.name[:160]}",
            path=sheet.unit.path,
            url=reverse("assessment_detail", args=[sheet.pk]),
            tells=roles(path, Role.LEADER if is_head else Role.HEAD),
            never=sheet.person.account_id,
            next_step=noop("Chấp nhận hoặc không giao, ghi lý do"),
        )


def _answered(facts, said: str):
    for line in _lines(facts):
        yield about(
            line,
            f"{said}: {line.name[:160]}",
            path=line.assessment.unit.path,
            url=f"{reverse('my_month')}?assessment={line.assessment_id}",
            tells=the_person(line.assessment.person),
            next_step=line.reason[:300],
        )


@news("plan_accepted", ends=("plan_proposed",))
def accepted(facts):
    """A whole plan is told once, with the number of its lines."""
    by_page: dict[str, list[Finding]] = {}
    for finding in _answered(facts, "Việc đề xuất được chấp nhận"):
        by_page.setdefault(finding.url, []).append(finding)
    for first, *others in by_page.values():
        number = f"{len(others) + 1} việc đề xuất được chấp nhận"
        yield replace(first, message=number) if others else first


@news("plan_refused", ends=("plan_proposed",))
def refused(facts):
    return _answered(facts, "Việc đề xuất không được giao")


def _opinions(facts):
    return OpinionRequest.objects.filter(pk__in=list(facts)).select_related(
        "from_unit", "unit", "person"
    )


@news("opinion_asked")
def asked(facts):
    for one in _opinions(facts):
        by_name = the_person(one.person)
        yield about(
            one,
            f"{one.from_unit} xin ý kiến: {one.question[:200]}",
            path=one.unit.path,
            url=reverse("opinion_list"),
            tells=by_name or roles(one.unit.path, Role.HEAD),
            next_step=noop("Trả lời trước hạn"),
        )


@news("opinion_answered", ends=("opinion_asked",))
def answered(facts):
    for one in _opinions(facts):
        yield about(
            one,
            f"{one.unit} đã trả lời: {one.question[:200]}",
            path=one.from_unit.path,
            url=reverse("opinion_list"),
            tells=(AccountAudience((one.asked_by_id,)),),
            next_step=noop("Ghi quyết định xử lý"),
        )
