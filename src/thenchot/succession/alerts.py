"""What is reminded in planning: posts without successors, planned people who lose a condition, the
yearly review, held seats to look at again, late steps of roads.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop as noop

from thenchot.kernel.calendar import add_working_days
from thenchot.people.gates import closed_gates
from thenchot.people.models import Discipline
from thenchot.platform import policies
from thenchot.platform.alerts.findings import about, due, roles
from thenchot.platform.alerts.registry import Finding, alert
from thenchot.platform.scope.roles import Role
from thenchot.policy.parameters import SuccessionPolicy, WorkingCalendarPolicy
from thenchot.succession.access import SEE
from thenchot.succession.enums import (
    CandidateState,
    MilestoneState,
    PlanState,
    PostState,
)
from thenchot.succession.models import Candidate, Milestone, PlannedPost, SuccessionPlan
from thenchot.succession.queries.plans import without_source


def _approved():
    """Lists in force of terms that are not over."""
    rows = SuccessionPlan.objects.filter(state=PlanState.APPROVED)
    return rows.select_related("unit", "term").order_by("pk")


def _tells(plan: SuccessionPlan):
    return roles(plan.unit.path, Role.OFFICER)


@alert("succession_without_source", _("Chức danh chưa có nguồn quy hoạch"), SEE)
def posts_without_source(on: date) -> Iterator[Finding]:
    """Per list: how many posts wait for a successor and have none (S4-010, S0-018)."""
    for plan in _approved():
        count = without_source(plan).count()
        if count and plan.term.ends_on >= on:
            yield about(
                plan,
                f"{plan}: {count} chức danh chưa có nguồn",
                path=plan.unit.path,
                detail="source",
                basis="S4-010",
                next_step=noop("Mở đợt rà soát, bổ sung nguồn; hoặc ghi lý do để khuyết"),
                url=reverse("succession_plan", args=[plan.pk]) + "?without=on",
                tells=_tells(plan),
            )


@alert("succession_condition_lost", _("Người trong quy hoạch không còn đủ điều kiện"), SEE)
def conditions_lost(on: date) -> Iterator[Finding]:
    """Disciplined since the list was approved, or a gate has closed (45-HD/BTCTW, Điều 29)."""
    for plan in _approved():
        rows = list(
            Candidate.objects.filter(
                post__plan=plan, post__is_dropped=False, state=CandidateState.PLANNED
            ).select_related("person", "post__title", "post__unit")
        )
        people = {row.person_id for row in rows}
        lost = _disciplined(people, plan, on) | set(closed_gates(people, plan.unit.path, on))
        for row in rows:
            if row.person_id in lost:
                yield about(
                    row,
                    f"{row.person.full_name}: không còn đủ điều kiện trong quy hoạch {row.post}",
                    path=plan.unit.path,
                    basis="Hướng dẫn 45-HD/BTCTW, Điều 29",
                    next_step=noop("Xem xét ngay việc đưa ra khỏi quy hoạch"),
                    url=reverse("succession_post", args=[row.post_id]) + "?state=planned",
                    tells=_tells(plan),
                )


def _disciplined(people: set[int], plan: SuccessionPlan, on: date) -> set[int]:
    rows = Discipline.objects.filter(
        person__in=people, valid_from__gt=plan.decided_on, valid_from__lte=on
    )
    return set(rows.values_list("person_id", flat=True))


@alert("succession_review_due", _("Đến kỳ rà soát quy hoạch"), SEE)
def review_due(on: date) -> Iterator[Finding]:
    """Every year the list is reviewed and reported to the level above (S1-020)."""
    for plan in _approved():
        policy = policies.in_force(SuccessionPolicy, path=plan.unit.path, on=on)
        opened = SuccessionPlan.objects.filter(
            unit=plan.unit, term=plan.term, created_at__year=on.year
        )
        if plan.decided_on.year == on.year or opened.exists() or plan.term.ends_on < on:
            continue
        yield due(
            plan,
            f"{plan}: chưa rà soát năm {on.year}",
            last=_end_of(on.year, policy.review_month),
            on=on,
            path=plan.unit.path,
            detail=str(on.year),
            since=date(on.year, 1, 1),
            basis="S1-020",
            next_step=noop("Mở đợt rà soát, rà soát nguồn, đưa ra và bổ sung"),
            url=reverse("succession_plan", args=[plan.pk]),
            tells=_tells(plan),
        )


@alert("succession_report_due", _("Kết quả rà soát quy hoạch chưa trình"), SEE)
def report_due(on: date) -> Iterator[Finding]:
    """A review that was opened goes up by the month of the policy."""
    rows = SuccessionPlan.objects.filter(state=PlanState.DRAFT, previous__isnull=False)
    for plan in rows.select_related("unit", "term").order_by("pk"):
        policy = policies.in_force(SuccessionPolicy, path=plan.unit.path, on=on)
        last = _end_of(plan.created_at.year, policy.report_month)
        if on + timedelta(days=policy.report_remind_days) >= last:
            yield due(
                plan,
                f"{plan}: kết quả rà soát chưa trình",
                last=last,
                on=on,
                path=plan.unit.path,
                detail="report",
                basis="Hướng dẫn 45-HD/BTCTW",
                next_step=noop("Hoàn thành rà soát, biểu quyết, trình phê duyệt"),
                url=reverse("succession_plan", args=[plan.pk]),
                tells=_tells(plan),
            )


@alert("succession_approval_late", _("Quy hoạch đã trình, quá hạn phê duyệt"), SEE)
def approval_late(on: date) -> Iterator[Finding]:
    """Submitted, and neither approved nor returned in time (45-HD/BTCTW, Điều 23)."""
    rows = SuccessionPlan.objects.filter(state=PlanState.SUBMITTED)
    for plan in rows.select_related("unit", "term").order_by("pk"):
        policy = policies.in_force(SuccessionPolicy, path=plan.unit.path, on=on)
        calendar = policies.in_force(WorkingCalendarPolicy, path=plan.unit.path, on=on).calendar()
        begun = localtime(plan.submitted_at).date()
        last = add_working_days(begun, policy.approve_working_days, calendar)
        if last < on:
            yield due(
                plan,
                f"{plan}: trình ngày {begun:%d/%m/%Y}, chưa phê duyệt",
                last=last,
                on=on,
                path=plan.unit.path,
                detail="approval",
                basis="Hướng dẫn 45-HD/BTCTW, Điều 23",
                next_step=noop("Phê duyệt, hoặc trả lại với lý do"),
                url=reverse("succession_plan", args=[plan.pk]),
                tells=roles(plan.unit.path, Role.LEADER),
            )


def _end_of(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


@alert("succession_look_again", _("Chức danh để khuyết đến ngày xem lại"), SEE)
def look_again(on: date) -> Iterator[Finding]:
    """Held for structure, or not needed until a day (S1-037)."""
    rows = PlannedPost.objects.standing().filter(
        plan__state=PlanState.APPROVED, look_again_on__lte=on
    )
    waiting = rows.exclude(state=PostState.OPEN).select_related("plan__unit", "title", "unit")
    for post in waiting.order_by("pk"):
        yield due(
            post,
            f"{post}: đến ngày xem lại ({post.look_again_on:%d/%m/%Y})",
            last=post.look_again_on,
            on=on,
            path=post.plan.unit.path,
            basis="S1-037",
            next_step=noop("Bổ sung nguồn, hoặc đặt ngày xem lại khác trong đợt rà soát"),
            url=reverse("succession_post", args=[post.pk]),
            tells=_tells(post.plan),
        )


@alert("milestone_late", _("Lộ trình phát triển có bước quá hạn"), SEE)
def late_steps(on: date) -> Iterator[Finding]:
    """Steps of the roads of planned people that are not done in time (S4-017)."""
    rows = Milestone.objects.filter(
        state=MilestoneState.OPEN,
        due_on__lt=on,
        candidate__state__in=[CandidateState.PROPOSED, CandidateState.PLANNED],
    ).exclude(candidate__post__plan__state=PlanState.REPLACED)
    for one in rows.select_related("candidate__person", "candidate__post__plan__unit"):
        plan = one.candidate.post.plan
        yield due(
            one,
            f"{one.candidate.person.full_name}: {one.text[:120]}",
            last=one.due_on,
            on=on,
            path=plan.unit.path,
            basis="S4-017",
            next_step=noop("Ghi kết quả, hoặc bỏ bước này với lý do"),
            url=reverse("succession_road", args=[one.candidate_id]),
            tells=_tells(plan),
        )
