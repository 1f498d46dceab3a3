"""Quarters of the Party: people propose their own tasks, the last quarter is done, scored, closed
and rated, the present one runs.
"""

import random
from datetime import date, timedelta
from decimal import Decimal

from thenchot.kernel.periods import Quarter
from thenchot.rating.quarters import services as quarters
from thenchot.scoring.services import closing, marking, self_reporting
from thenchot.web.demo.calendar import day_of
from thenchot.web.demo.months import DECREE, points_for, self_of
from thenchot.worklog.models import Assessment, PlanLine, Work
from thenchot.worklog.queries.assessments import with_work
from thenchot.worklog.services import planning

WEEK = timedelta(days=7)
# beginning of the body's name -> what is done, what comes of it
TASKS = {
    "Ban Thường vụ": (
        ("Chủ trì hội nghị Ban Thường vụ thường kỳ của quý", "Thông báo kết luận"),
        ("Làm việc với ba chi bộ khu dân cư còn khó khăn", "Kết luận buổi làm việc"),
        ("Chỉ đạo sơ kết chương trình hành động", "Báo cáo sơ kết"),
        ("Tiếp công dân, đối thoại định kỳ của quý", "Thông báo kết quả đối thoại"),
    ),
    "Ban Xây dựng": (
        ("Rà soát quy hoạch cán bộ nhiệm kỳ 2026 – 2031", "Danh sách quy hoạch đã rà soát"),
        ("Thẩm định hồ sơ kết nạp đảng viên của quý", "Hồ sơ trình Ban Thường vụ"),
        ("Tham mưu kế hoạch bồi dưỡng cán bộ khu dân cư", "Kế hoạch"),
        ("Báo cáo công tác xây dựng Đảng quý", "Báo cáo"),
        ("Hướng dẫn sinh hoạt chi bộ chuyên đề", "Hướng dẫn"),
        ("Nắm dư luận xã hội tại các tổ dân phố", "Báo cáo dư luận"),
    ),
    "Ủy ban Kiểm tra": (
        ("Kiểm tra việc thu, nộp đảng phí của hai chi bộ", "Thông báo kết luận kiểm tra"),
        ("Giám sát chuyên đề việc nêu gương", "Báo cáo giám sát"),
        ("Giải quyết đơn, thư trong thẩm quyền", "Văn bản trả lời"),
        ("Báo cáo công tác kiểm tra, giám sát quý", "Báo cáo"),
    ),
    "Văn phòng": (
        ("Chuẩn bị tài liệu hội nghị Ban Chấp hành", "Bộ tài liệu"),
        ("Tổng hợp báo cáo của Đảng bộ phường quý", "Báo cáo"),
        ("Chỉnh lý hồ sơ lưu trữ năm trước", "Mục lục hồ sơ"),
        ("Theo dõi việc thực hiện kết luận của Ban Thường vụ", "Bảng theo dõi"),
    ),
    "Ủy ban Mặt trận": (
        ("Giám sát việc chi trả chính sách ở khu dân cư", "Báo cáo giám sát"),
        ("Vận động Quỹ Vì người nghèo của quý", "Danh sách ủng hộ"),
        ("Tổ chức Ngày hội Đại đoàn kết ở khu dân cư", "Báo cáo kết quả"),
        ("Phản biện dự thảo kế hoạch của Ủy ban nhân dân", "Văn bản phản biện"),
        ("Củng cố chi hội yếu", "Biên bản kiện toàn"),
    ),
    "Ủy ban nhân dân": (
        ("Chỉ đạo giải phóng mặt bằng tuyến đường liên tổ", "Biên bản bàn giao"),
        ("Chủ trì giao ban kinh tế – xã hội quý", "Thông báo kết luận"),
        ("Chỉ đạo xử lý hồ sơ thủ tục hành chính quá hạn", "Báo cáo"),
    ),
}
NOT_GIVEN = "Trùng nhiệm vụ của Văn phòng; gộp vào báo cáo chung của quý."


def keep_quarters(leader, home, rng: random.Random, on: date) -> None:
    present = Quarter.of(on)
    for quarter in (present.previous(), present):
        assessments = list(_assessments(home, quarter))
        if quarter.start < DECREE or not assessments:
            continue
        with day_of(min(quarter.start + WEEK, on)):
            _plan(leader, assessments, rng, quarter, runs=quarter == present)
        with day_of(min(quarter.end + timedelta(days=2), on)):
            _report(assessments, rng, until=min(quarter.end, on))
            if quarter != present:
                _close(leader, home, quarter, rng)
        if quarter != present:
            with day_of(quarter.end + WEEK):
                _rate(leader, home, quarter, rng)


def _assessments(home, quarter: Quarter):
    rows = Assessment.objects.counting().filter(
        home=home,
        rules="qd366",
        year=quarter.year,
        number=quarter.index,
        person__account__isnull=False,
    )
    return rows.select_related("person", "unit").order_by("pk")


def _plan(leader, assessments, rng: random.Random, quarter: Quarter, *, runs: bool) -> None:
    """Most is given as proposed; of the quarter that runs a few lines wait for the answer, one is
    not given.
    """
    for number, assessment in enumerate(assessments):
        known = next(
            (tasks for body, tasks in TASKS.items() if assessment.unit.name.startswith(body)), ()
        )
        for name, output in rng.sample(known, min(len(known), 3)):
            due = quarter.end - timedelta(days=rng.choice((1, 6, 15, 30, 45)))
            planning.propose_line(
                self_of(assessment),
                assessment_id=assessment.pk,
                name=name,
                output=output,
                due_on=due,
                is_key=rng.random() < 0.6,
            )
        if assessment.person.account_id != leader.account_id and not (runs and number % 9 == 4):
            _answer(leader, assessment, refuses=runs and number == 2)


def _answer(leader, assessment: Assessment, *, refuses: bool) -> None:
    if refuses:
        planning.refuse_line(
            leader,
            line_id=PlanLine.objects.filter(assessment=assessment).latest("pk").pk,
            reason=NOT_GIVEN,
        )
    if PlanLine.objects.filter(assessment=assessment, state="proposed").exists():
        planning.accept_plan(leader, assessment_id=assessment.pk)


def _report(assessments, rng: random.Random, *, until: date) -> None:
    """Own tasks that were due: nearly all done, now and then late or better than asked."""
    by_assessment = {assessment.pk: assessment for assessment in assessments}
    missed = {assessment.pk: rng.choice((0, 0, 0, 0, 0, 0.3)) for assessment in assessments}
    for work in Work.objects.filter(
        assessment__in=by_assessment, source="plan", due_on__lte=until, dropped_at=None
    ).order_by("pk"):
        assessment, luck = by_assessment[work.assessment_id], rng.random()
        if luck < missed[assessment.pk]:
            continue
        day = (
            min(work.due_on + timedelta(days=4), until)
            if luck < missed[assessment.pk] + 0.02
            else work.due_on - timedelta(days=rng.randint(0, 5))
        )
        said = {
            "done": work.assigned,
            "done_on": max(day, assessment.starts_on),
            "evidence": f"Số {rng.randint(10, 400)}-BC/ĐU",
        }
        self_reporting.report_done(
            self_of(assessment),
            work_id=work.pk,
            exceeds=work.assigned if luck > 0.6 else Decimal(0),
            **said,
        )
    for assessment in assessments:
        self_reporting.rate_oneself(
            self_of(assessment), assessment_id=assessment.pk, points=points_for(assessment, rng)
        )


def _close(leader, home, quarter: Quarter, rng: random.Random) -> None:
    marking.accept_self_points(leader, unit_id=home.pk, period=quarter)
    for assessment in (
        _assessments(home, quarter).exclude(kind="staff").exclude(person__account=leader.account_id)
    ):
        leading = {"organising": "met" if rng.random() < 0.9 else "short", "unity": "united"}
        marking.confirm_points(
            leader,
            assessment_id=assessment.pk,
            points={code: Decimal(value) for code, value in assessment.general.items()},
            leading=leading,
        )
    closing.close_unit(leader, unit_id=home.pk, period=quarter)


def _rate(leader, home, quarter: Quarter, rng: random.Random) -> None:
    """As proposed, for all but the last of each body: those still wait for the Standing
    Committee.
    """
    rows = with_work(
        _assessments(home, quarter)
        .filter(state="closed")
        .exclude(person__account=leader.account_id)
    )
    last = {assessment.unit_id: assessment.pk for assessment in rows}
    for assessment in rows:
        proposal = quarters.propose(assessment)
        if proposal.level and assessment.pk != last[assessment.unit_id]:
            basis = f"Kết luận số {rng.randint(40, 60)}-KL/ĐU"
            quarters.decide_quarter(
                leader, assessment_id=assessment.pk, level=str(proposal.level), basis=basis
            )
