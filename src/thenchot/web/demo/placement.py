"""Placement: vacancies found, one held; a case half way, one decided, one short of votes."""

from datetime import date, timedelta
from typing import Any

from thenchot.kernel.decision import Refused
from thenchot.placement.enums import Decider, StepKind, VacancyState, Way
from thenchot.placement.models import PlacementReview, Procedure, Vacancy
from thenchot.placement.queries.procedures import checks_of
from thenchot.placement.services import assignments, procedures, vacancies
from thenchot.platform.clock import today
from thenchot.succession.enums import CandidateState
from thenchot.succession.models import Candidate
from thenchot.web.demo.calendar import TAKEN_IN_BEFORE, day_of
from thenchot.web.demo.tree import FOUNDED

SUMMONED = 9
SEEN = "Đã kiểm tra hồ sơ giấy"


def place_people(officer, leader, home, on: date) -> None:
    if on - TAKEN_IN_BEFORE < FOUNDED:
        return
    vacancies.find_vacancies(officer, home)
    _sort_vacancies(officer, home, on)
    _delegate(officer, home)
    cases = _cases(officer, home, on)
    if len(cases) > 2:
        _run(officer, cases[0], on, until=3)
        _run(officer, cases[1], on - timedelta(days=30))
        _decide(officer, leader, cases[1], on)
        _run(officer, cases[2], on, agreed=4)
    _guide(officer, home, on)


def _delegate(officer, home) -> None:
    """The table of the place: key titles are decided above."""
    for kind, decider, level in (
        ("", "Ban Thường vụ Đảng ủy", Decider.OWN),
        ("to_commune", "Ban Thường vụ Thành ủy", Decider.ABOVE),
    ):
        assignments.delegate(
            officer,
            unit_id=home.pk,
            kind=kind,
            title_id=None,
            proposer="Ban Xây dựng Đảng",
            opinion="Ủy ban Kiểm tra Đảng ủy",
            decider=decider,
            level=level,
            basis="Quy định phân cấp quản lý cán bộ của Đảng ủy",
            valid_from=FOUNDED,
        )


def _guide(officer, home, on: date) -> None:
    """Some of those who need somebody have one; a pair that ended tells its result."""
    assignments.review_placements(officer, unit_id=home.pk)
    rows = PlacementReview.objects.filter(unit__path__startswith=home.path)
    mentors = list(rows.filter(mentee="", months__gte=24).order_by("-points", "pk")[:4])
    mentees = list(rows.exclude(mentee="").select_related("unit").order_by("pk")[:4])
    for number, (mentor, mentee) in enumerate(zip(mentors, mentees, strict=False)):
        begun = on - timedelta(days=200 - 40 * number)
        pair = assignments.pair_up(
            officer,
            mentee_id=mentee.person_id,
            mentor_id=mentor.person_id,
            why=mentee.mentee,
            content="Nghiệp vụ của vị trí; tiếp dân; lập hồ sơ công việc",
            begins_on=begun,
            ends_on=begun + timedelta(days=365),
        )
        if not number:
            result = "Tự xử lý được hồ sơ thường gặp"
            assignments.end_pair(officer, pair_id=pair.pk, ended_on=on, result=result)


def _sort_vacancies(officer, home, on: date) -> None:
    """Each gets its way; the last one stays empty on purpose."""
    rows = list(
        Vacancy.objects.filter(unit__path__startswith=home.path, state=VacancyState.OPEN).order_by(
            "opened_on", "pk"
        )
    )
    for number, row in enumerate(rows[:-1]):
        way = (Way.PLANNING, Way.TRANSFER, Way.RECRUITMENT)[number % 3]
        vacancies.choose_way(officer, vacancy_id=row.pk, way=way, is_complex=not number)
    if rows:
        vacancies.hold_vacancy(
            officer,
            vacancy_id=rows[-1].pk,
            reason="Chờ sắp xếp tổ chức bộ máy",
            look_again_on=on + timedelta(days=60),
        )


def _cases(officer, home, on: date) -> list[Procedure]:
    """Of planned people, into the posts they are planned for; whoever may not is left out. The
    second one moves within the government, whose approved number has room for it.
    """
    rows = Candidate.objects.filter(
        post__plan__unit=home,
        state=CandidateState.PLANNED,
        post__committee=None,
        post__title__rank="deputy",
    ).select_related("post", "person")
    rows = rows.order_by("post__title__position", "pk")
    inside = rows.filter(post__unit__bloc="government", unit__bloc="government")
    found: list[Procedure] = []
    for wanted in (rows, inside, rows):
        taken = [case.person_id for case in found]
        posts = [(case.title_id, case.target_id) for case in found]
        for row in wanted.exclude(person__in=taken):
            if (row.post.title_id, row.post.unit_id) in posts:
                continue
            case = _open(officer, home, row, on - timedelta(days=30))
            if case:
                found.append(case)
                break
    return found


def _open(officer, home, row: Candidate, begun: date) -> Procedure | None:
    with day_of(begun):
        try:
            return procedures.open_procedure(
                officer,
                unit_id=home.pk,
                kind="appointment",
                person_id=row.person_id,
                title_id=row.post.title_id,
                target_id=row.post.unit_id,
            )
        except Refused:
            return None


def _run(officer, case: Procedure, on: date, *, agreed: int = 8, until: int = 99) -> None:
    with day_of(on):
        for step in case.steps.order_by("number")[:until]:
            votes: dict[str, Any] = {}
            if step.kind == StepKind.VOTE:
                votes = {"summoned": SUMMONED, "present": SUMMONED - 1, "agreed": agreed}
            procedures.finish_step(officer, step_id=step.pk, done_on=today(), **votes)
            case.refresh_from_db()
            if case.stopped_for:
                return
        for paper in case.papers.all():
            issued_on = on - timedelta(days=10)
            procedures.note_paper(officer, paper_id=paper.pk, issued_on=issued_on)


def _decide(officer, leader, case: Procedure, on: date) -> None:
    """What the ratings of former years do not say was looked up on paper."""
    with day_of(on - timedelta(days=20)):
        for check in checks_of(case, today()):
            if not check.holds and check.can_waive:
                procedures.accept_special(
                    leader,
                    procedure_id=case.pk,
                    code=check.code,
                    reason=SEEN,
                    document="Tờ trình của Ban Xây dựng Đảng",
                )
        try:
            procedures.decide_procedure(
                leader,
                procedure_id=case.pk,
                decision="318-QĐ/ĐU",
                decided_on=today(),
                effective_on=today(),
            )
        except Refused:
            return
    for item in case.items.order_by("pk")[:2]:
        procedures.finish_item(officer, item_id=item.pk, done_on=on)
