"""What is reminded in recruitment: late steps, winners without file or start, needs without a
round, the last day of reception.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop as noop

from thenchot.organisation.enums import SchemeState
from thenchot.organisation.models import JobPosition
from thenchot.platform import policies
from thenchot.platform.alerts.findings import about, due, roles
from thenchot.platform.alerts.registry import Finding, alert
from thenchot.platform.scope.roles import Role
from thenchot.policy.parameters import RecruitmentPolicy
from thenchot.recruitment.access import SEE
from thenchot.recruitment.enums import ApplicantState, ReceptionState, RoundState
from thenchot.recruitment.models import Applicant, Reception, Round
from thenchot.recruitment.queries.applicants import decide_limit, file_limit
from thenchot.recruitment.queries.needs import ENDED, counts_for
from thenchot.recruitment.queries.rounds import NEXT_STEP, next_limit

LAW = "Nghị định 170/2025/NĐ-CP"


@alert("recruitment_step_late", _("Bước của đợt tuyển dụng quá hạn"), SEE)
def late_steps(on: date) -> Iterator[Finding]:
    """Rounds past the last day of their next step."""
    rows = Round.objects.filter(state__in=list(NEXT_STEP)).select_related("unit")
    for round_ in rows.order_by("pk"):
        limit = next_limit(round_)
        if limit is None or limit.last >= on:
            continue
        yield due(
            round_,
            f"{round_.name}: bước tiếp theo quá hạn, {limit.arithmetic}",
            last=limit.last,
            on=on,
            path=round_.unit.path,
            basis=LAW,
            next_step=noop("Làm bước tiếp theo, ghi lý do chậm"),
            url=reverse("recruitment_round", args=[round_.pk]),
            tells=roles(round_.unit.path, Role.OFFICER),
        )


def _won(*states: str):
    rows = Applicant.objects.filter(state__in=states, round__state=RoundState.RESULTS)
    return rows.select_related("round__unit", "opening").order_by("pk")


@alert("applicant_file_late", _("Người trúng tuyển quá hạn hồ sơ, quyết định"), SEE)
def late_files(on: date) -> Iterator[Finding]:
    """Winners whose file, or whose decision, is late."""
    for one in _won(ApplicantState.WON):
        limit = decide_limit(one) or file_limit(one)
        if limit is None or limit.last >= on:
            continue
        what = "chưa có quyết định" if one.file_on else "chưa đủ hồ sơ"
        yield due(
            one,
            f"{one.full_name} trúng tuyển {one.opening.name}: {what}, {limit.arithmetic}",
            last=limit.last,
            on=on,
            path=one.round.unit.path,
            basis=LAW,
            next_step=noop("Ghi quyết định, hoặc hủy kết quả và gọi người kế tiếp"),
            url=reverse("applicant", args=[one.pk]),
            tells=roles(one.round.unit.path, Role.OFFICER),
        )


@alert("applicant_not_started", _("Người có quyết định tuyển dụng chưa nhận việc"), SEE)
def not_started(on: date) -> Iterator[Finding]:
    """Decided winners after their last day to start."""
    for one in _won(ApplicantState.HIRED):
        if one.start_by is None or one.start_by >= on:
            continue
        yield due(
            one,
            f"{one.full_name}: quá hạn nhận việc {one.start_by:%d/%m/%Y}, quyết định hết hiệu lực",
            last=one.start_by,
            on=on,
            path=one.round.unit.path,
            basis=LAW,
            next_step=noop("Ghi đã nhận việc, hoặc ghi quyết định hết hiệu lực"),
            url=reverse("applicant", args=[one.pk]),
            tells=roles(one.round.unit.path, Role.OFFICER),
        )


@alert("recruitment_need", _("Có nhu cầu tuyển dụng, chưa có đợt"), SEE)
def needs_without_round(on: date) -> Iterator[Finding]:
    """Places with a quota decision and positions short of people, and no round under way
    (S3-039).
    """
    running = set(Round.objects.exclude(state__in=ENDED).values_list("unit", flat=True))
    rows = JobPosition.objects.kept().filter(scheme__state=SchemeState.APPROVED)
    positions = list(rows.select_related("scheme__unit", "unit", "title").order_by("pk"))
    counts = counts_for(positions, on)
    lacking: Counter = Counter()
    for position in positions:
        home = counts.home_of(position.unit.path)
        if home and home.pk not in running and counts.need_of(position).number:
            lacking[home.pk] += 1
    for pk, number in sorted(lacking.items()):
        home = counts.homes[pk]
        yield about(
            home,
            f"{home.name}: {number} vị trí được duyệt còn thiếu người, biên chế còn chỗ, "
            f"chưa có đợt tuyển dụng",
            path=home.path,
            basis="S2-033, S3-039",
            detail="recruitment",
            next_step=noop("Chọn vị trí, lập đợt tuyển dụng"),
            url=reverse("recruitment_need_list") + "?short=on",
            tells=roles(home.path, Role.OFFICER),
        )


@alert("reception_deadline", _("Hạn tiếp nhận không qua thi sắp hết"), SEE)
def reception_deadline(on: date) -> Iterator[Finding]:
    """Open lists of one-off groups near, or past, their last day (S3-062)."""
    rows = Reception.objects.filter(state=ReceptionState.OPEN, last_on__isnull=False)
    for one in rows.select_related("unit").order_by("pk"):
        policy = policies.in_force(RecruitmentPolicy, path=one.unit.path, on=on)
        if one.last_on is None or one.last_on > on + timedelta(days=policy.remind_days):
            continue
        yield due(
            one,
            f"{one.name}: hạn tiếp nhận {one.last_on:%d/%m/%Y}",
            last=one.last_on,
            on=on,
            path=one.unit.path,
            basis="S3-062",
            next_step=noop("Quyết định những người còn lại, đóng danh sách"),
            url=reverse("reception", args=[one.pk]),
            tells=roles(one.unit.path, Role.OFFICER),
        )
