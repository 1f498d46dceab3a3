"""What is reminded in training: the plan of next year, people without a class, papers that lack."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from django.db.models import Count, Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop as noop

from thenchot.kernel.periods import months_after
from thenchot.organisation.enums import HOMES
from thenchot.organisation.models import Unit
from thenchot.platform import policies
from thenchot.platform.alerts.findings import about, due, roles
from thenchot.platform.alerts.registry import Finding, alert
from thenchot.platform.scope.roles import Role
from thenchot.policy.parameters import TrainingPolicy
from thenchot.standards.enums import GapState
from thenchot.standards.models import Shortfall
from thenchot.training.access import SEE, SEE_NAMES
from thenchot.training.enums import (
    UNSETTLED,
    ClassState,
    EnrolmentState,
    PlanKind,
    PlanState,
    PracticeState,
)
from thenchot.training.models import Enrolment, Need, Practice, Topic, TrainingClass, TrainingPlan
from thenchot.training.queries.coverage import coverage_of
from thenchot.training.queries.self_study import hours_in
from thenchot.training.queries.speakers import speakers_of
from thenchot.training.rules.planning import planned_by

SENT_UP = (PlanState.SUBMITTED, PlanState.APPROVED)
UNDER_WAY = (EnrolmentState.PROPOSED, EnrolmentState.WAITING, EnrolmentState.NOMINATED)


def homes_with_topics() -> Iterable[Unit]:
    """Communes and provinces that keep subjects of training: elsewhere nothing is reminded."""
    kept = Topic.objects.filter(unit=OuterRef("pk"))
    return Unit.objects.filter(Exists(kept), kind__in=HOMES, valid_to__isnull=True).order_by("pk")


@alert("training_plan_due", _("Kế hoạch đào tạo năm sau chưa trình"), SEE)
def plan_due(on: date) -> Iterator[Finding]:
    """In the last months of the year, where the plan of the next one has not gone up (S1-024)."""
    for home in homes_with_topics():
        policy = policies.in_force(TrainingPolicy, path=home.path, on=on)
        first, last = planned_by(on.year + 1, policy.plan_from_month)
        year = on.year + 1
        plans = TrainingPlan.objects.filter(
            unit=home, kind=PlanKind.TRAINING, first_year=year, last_year=year, state__in=SENT_UP
        )
        if on >= first and not plans.exists():
            yield due(
                home,
                f"Kế hoạch đào tạo, bồi dưỡng năm {year} của {home.name} chưa trình",
                last=last,
                on=on,
                path=home.path,
                detail=str(year),
                since=first,
                basis="S1-024",
                next_step=noop("Lập kế hoạch, tính nhu cầu, trình phê duyệt"),
                url=reverse("training_plan_list"),
                tells=roles(home.path, Role.OFFICER),
            )


@alert("training_plan_late", _("Kế hoạch, đề án đào tạo đến hạn chưa được duyệt"), SEE)
def plans_due_by_a_day(on: date) -> Iterator[Finding]:
    """A plan or project with a last day of its own, while nobody has approved it (S3-030,
    S0-113): told in the month before, then every day after.
    """
    rows = TrainingPlan.objects.filter(
        state__in=[PlanState.DRAFT, PlanState.SUBMITTED],
        previous__isnull=True,
        due_on__lte=months_after(on, 1),
    ).select_related("unit")
    for plan in rows.order_by("pk"):
        last = plan.due_on or on
        yield due(
            plan,
            f"“{plan.name[:120]}” phải được duyệt trước hết ngày {last:%d/%m/%Y}",
            last=last,
            on=on,
            path=plan.unit.path,
            detail="due",
            basis="S3-030",
            next_step=noop("Hoàn thành, trình phê duyệt"),
            url=reverse("training_plan", args=[plan.pk]),
            tells=roles(plan.unit.path, Role.OFFICER),
        )


@alert("training_speaker_due", _("Báo cáo viên, tuyên truyền viên đến kỳ bồi dưỡng"), SEE)
def speakers_due(on: date) -> Iterator[Finding]:
    """Per place: how many have not been brought up to date within the months of the policy
    (S3-047).
    """
    for home in homes_with_topics():
        found = [row for row in speakers_of(home, on) if row.is_due]
        if found:
            yield about(
                home,
                f"{home.name}: {len(found)} báo cáo viên, tuyên truyền viên đến kỳ bồi dưỡng",
                path=home.path,
                detail="speakers",
                basis="S3-047",
                next_step=noop("Mở lớp cập nhật kiến thức, cử người đến kỳ"),
                url=reverse("training_speaker_list") + "?due=on",
                tells=roles(home.path, Role.OFFICER),
            )


@alert("training_practice_due", _("Chương trình thực nghiệm đến hạn chưa có kết quả"), SEE)
def practice_due(on: date) -> Iterator[Finding]:
    """A practical programme has ended, and nobody has reported what came of it (S1-026)."""
    rows = Practice.objects.filter(state=PracticeState.RUNNING, ends_on__lt=on)
    for row in rows.select_related("person", "unit").order_by("pk"):
        policy = policies.in_force(TrainingPolicy, path=row.unit.path, on=on)
        yield due(
            row,
            f"{row.person.full_name}: chương trình thực nghiệm kết thúc "
            f"{row.ends_on:%d/%m/%Y}, chưa báo kết quả",
            last=row.ends_on + timedelta(days=policy.result_within_days),
            on=on,
            path=row.unit.path,
            detail="practice",
            basis="S1-026",
            next_step=noop("Người hướng dẫn báo kết quả, cấp trên xác nhận"),
            url=reverse("training_practice_list") + "?state=running",
            tells=roles(row.unit.path, Role.HEAD, Role.OFFICER),
        )


def _answers(topic: str) -> Q:
    """A subject whose paper is of the kind that the missing standard around it asks for."""
    paper = f"{topic}__paper"
    kinds = Q(**{paper: OuterRef("requirement__paper")}) | Q(
        **{paper: OuterRef("requirement__kind")}
    )
    return kinds & ~Q(**{paper: ""})


@alert("training_gap_waits", _("Thiếu tiêu chuẩn mà chưa có trong kế hoạch, lớp học"), SEE_NAMES)
def gaps_without_class(on: date) -> Iterator[Finding]:
    """Per unit: missing standards that no plan and no class takes up (S3-100)."""
    needs = Need.objects.standing().exclude(plan__state=PlanState.REPLACED)
    planned = needs.filter(_answers("topic"), person=OuterRef("person"))
    enrolled = Enrolment.objects.filter(
        _answers("held_in__topic"), person=OuterRef("person"), state__in=UNDER_WAY
    )
    homes = {home.path: home for home in homes_with_topics()}
    rows = (
        Shortfall.objects.standing()
        .filter(~Exists(planned), ~Exists(enrolled), state=GapState.MISSING)
        .values("unit", "unit__name", "unit__path")
        .annotate(people=Count("person", distinct=True), gaps=Count("pk"))
        .order_by("unit")
    )
    for row in rows:
        path = row["unit__path"]
        if not any(path.startswith(home) for home in homes):
            continue
        yield about(
            Unit(pk=row["unit"]),
            f"{row['unit__name']}: {row['people']} người thiếu {row['gaps']} tiêu chuẩn chưa được "
            "đưa vào kế hoạch hoặc cử đi học",
            path=path,
            detail="gaps",
            basis="S3-100",
            next_step=noop("Tính nhu cầu trong kế hoạch, hoặc đề nghị cử đi học"),
            url=reverse("training_plan_list"),
            tells=roles(path, Role.HEAD, Role.OFFICER),
        )


@alert("training_untrained", _("Chuyên đề hằng năm còn người chưa học"), SEE)
def untrained_this_year(on: date) -> Iterator[Finding]:
    """Towards the end of the year: yearly subjects that not everybody has learnt (S4-029)."""
    for home in homes_with_topics():
        policy = policies.in_force(TrainingPolicy, path=home.path, on=on)
        if on.month < policy.untrained_from_month:
            continue
        for covered in coverage_of(home, on.year):
            if covered.topic.cycle == "yearly" and covered.untrained:
                yield about(
                    covered.topic,
                    f"“{covered.name}”: còn {covered.untrained}/{covered.figure.population} người "
                    f"chưa học trong năm {on.year}",
                    path=home.path,
                    detail=f"{home.pk}-{on.year}",
                    basis="S4-029",
                    next_step=noop("Mở lớp, cử người còn lại trước khi hết năm"),
                    url=reverse("training_learners", kwargs={"pk": covered.pk})
                    + f"?unit={home.pk}&year={on.year}",
                    tells=roles(home.path, Role.OFFICER),
                )


@alert("training_hours_short", _("Người chưa học đủ số tiết trong năm"), SEE)
def hours_short(on: date) -> Iterator[Finding]:
    """Towards the end of the year: who has not learnt the hours that the decree asks."""
    for home in homes_with_topics():
        policy = policies.in_force(TrainingPolicy, path=home.path, on=on)
        if on.month < policy.untrained_from_month:
            continue
        short = sum(1 for row in hours_in(home, on.year) if row.lacking)
        if short:
            yield about(
                home,
                f"{home.name}: {short} cán bộ, công chức chưa học đủ {policy.hours_a_year} tiết "
                f"trong năm {on.year}",
                path=home.path,
                detail=f"hours-{on.year}",
                basis="S3-084",
                next_step=noop("Cử đi học, giao nội dung tự học trước khi hết năm"),
                url=reverse("training_hours") + f"?unit={home.pk}&year={on.year}&short=on",
                tells=roles(home.path, Role.OFFICER),
            )


@alert("training_result_due", _("Lớp đã bế giảng, chưa đủ kết quả"), SEE)
def results_due(on: date) -> Iterator[Finding]:
    """A class that has ended, while somebody who was sent has no verified result."""
    open_rows = Q(enrolments__state__in=UNSETTLED)
    rows = (
        TrainingClass.objects.filter(state=ClassState.OPEN, ends_on__lt=on)
        .select_related("unit")
        .annotate(waiting=Count("enrolments", filter=open_rows, distinct=True))
    )
    for held_in in rows.order_by("pk"):
        policy = policies.in_force(TrainingPolicy, path=held_in.unit.path, on=on)
        last = held_in.ends_on + timedelta(days=policy.result_within_days)
        if held_in.waiting:
            yield due(
                held_in,
                f"Lớp “{held_in.name[:80]}” đã bế giảng {held_in.ends_on:%d/%m/%Y}: "
                f"{held_in.waiting} người chưa có kết quả được xác nhận",
                last=last,
                on=on,
                path=held_in.unit.path,
                detail="results",
                next_step=noop("Ghi kết quả, nộp chứng chỉ, người thứ hai xác nhận"),
                url=reverse("training_class", kwargs={"pk": held_in.pk}),
                tells=roles(held_in.unit.path, Role.OFFICER),
            )
