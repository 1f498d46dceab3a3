"""Beside the score: plans of the month, hard tasks with who answers for each, quick opinions, days
among the people.
"""

import random
from datetime import date, timedelta

from thenchot.kernel.periods import Month
from thenchot.organisation.models import Unit
from thenchot.people.models import Appointment
from thenchot.platform.accounts.models import Account
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import actor_for
from thenchot.web.demo.calendar import day_of
from thenchot.web.demo.months import self_of
from thenchot.web.demo.tree import FOUNDED
from thenchot.worklog.enums import FieldVisitKind
from thenchot.worklog.models import Assessment
from thenchot.worklog.services import field_visits, hard_tasks, opinions, plan_reviewing, planning

BODY = "Phòng Văn hóa"
PLANNED = (
    ("Số hóa hồ sơ người có công còn lưu giấy", "Danh sách hồ sơ đã số hóa"),
    ("Chuẩn bị hội thi văn nghệ quần chúng", "Kế hoạch, kịch bản"),
    ("Rà soát trẻ em có hoàn cảnh đặc biệt", "Danh sách rà soát"),
)
REMARKS = "Làm trước hồ sơ của tổ dân phố 3 và 5; báo cáo kết quả vào thứ Sáu hằng tuần."
# body, what, why it is hard, opened and due so many days from today, who answers (seat of the body,
# none: nobody), how it ended
HARD = (
    (
        "Phòng Kinh tế",
        "Cấp giấy chứng nhận cho 14 hộ sau dồn đổi đất",
        "Hồ sơ gốc thất lạc, bản đồ hai thời kỳ không khớp.",
        -70,
        -6,
        0,
        "",
    ),
    (
        "Phòng Kinh tế",
        "Thoát nước tuyến đường liên tổ 7 – 9",
        "Vướng hai hộ chưa bàn giao mặt bằng.",
        -30,
        25,
        2,
        "",
    ),
    (
        "Phòng Văn hóa",
        "Chi trả trợ cấp cho người đã chuyển nơi ở",
        "Dữ liệu dân cư và danh sách chi trả lệch 23 người.",
        -20,
        12,
        None,
        "",
    ),
    (
        "Phòng Văn hóa",
        "Bố trí điểm sinh hoạt cho hai tổ dân phố mới nhập",
        "Chưa có quỹ nhà; phải mượn trường học ngoài giờ.",
        -60,
        -15,
        1,
        "Mượn hội trường trường tiểu học hai tối mỗi tuần, có biên bản thống nhất với nhà trường.",
    ),
    (
        "Trung tâm Phục vụ",
        "Hồ sơ hộ tịch sai lệch trước năm 2000",
        "Sổ gốc nằm ở ba xã cũ, phải đối chiếu từng quyển.",
        -45,
        30,
        1,
        "",
    ),
)
# who asks, body that is asked (with a seat: that person), question, sent so many days before,
# answer, decision
OPINIONS = (
    (
        "vhxh",
        ("Phòng Kinh tế", None),
        "Cho mượn vỉa hè trước nhà văn hóa làm hội chợ ba ngày có được không?",
        16,
        "Được, chừa lối đi 1,5 m và báo Công an phường trước.",
        "Tổ chức theo phương án chừa lối đi 1,5 m.",
    ),
    (
        "vhxh",
        ("Trung tâm Phục vụ", None),
        "Có thể lấy số liệu lượt nộp trực tuyến theo tổ dân phố không?",
        8,
        "Có; gửi kèm bảng theo tuần từ tháng trước.",
        "",
    ),
    (
        "ubnd",
        ("Ban Xây dựng Đảng", 0),
        "Cử Phó Trưởng phòng đi học tập trung hai tháng lúc này có ảnh hưởng quy hoạch không?",
        9,
        "",
        "",
    ),
    (
        "canbo",
        ("Phòng Văn hóa", 0),
        "Tổ dân phố 12 xin lùi hội nghị bầu tổ trưởng một tuần, phòng có ý kiến gì?",
        0,
        "",
        "",
    ),
    (
        "congchuc",
        ("Ủy ban Mặt trận", None),
        "Hộ ở trọ đã ba năm có được đề nghị hỗ trợ Tết không?",
        1,
        "",
        "",
    ),
)
FIELD_VISITS = (
    (
        FieldVisitKind.CELL,
        "Chi bộ tổ dân phố {}",
        "Đảng viên đề nghị sửa đèn đường; đã chuyển Phòng Kinh tế.",
    ),
    (
        FieldVisitKind.CELL,
        "Chi bộ tổ dân phố {}",
        "Thống nhất nhân sự chi ủy; còn thiếu người trẻ.",
    ),
    (
        FieldVisitKind.COMMUNITY,
        "Tổ dân phố {}",
        "Dọn vệ sinh cùng bà con; thu gom hai điểm rác tồn.",
    ),
    (FieldVisitKind.FIELD, "Hộ nghèo tổ dân phố {}", "Xác minh hoàn cảnh; đề nghị hỗ trợ sửa nhà."),
    (
        FieldVisitKind.FIELD,
        "Chợ phường, dãy {}",
        "Tiểu thương chưa rõ cách nộp phí mới; đã hướng dẫn tại chỗ.",
    ),
)
GOERS, BACK = 14, timedelta(days=80)


def keep_daily_work(leader, home, rng: random.Random, on: date) -> None:
    """Not in a ward that has just been founded: all this looks back some weeks."""
    if on - BACK < FOUNDED:
        return
    _plan(leader, home, on)
    for told in HARD:
        _hard_task(leader, home, on, *told)
    for told in OPINIONS:
        _opinion(leader, home, on, *told)
    _go_out(home, rng, on)


def _plan(leader, home, on: date) -> None:
    """Of the division's people: one plan given and looked at, one that waits for its head."""
    month = Month.of(on)
    rows = Assessment.objects.counting().filter(
        home=home,
        rules="nd335",
        kind="staff",
        state="open",
        year=month.year,
        number=month.index,
        period="month",
    )
    assessments = list(
        rows.filter(unit__name__startswith=BODY, person__account__isnull=False)
        .select_related("person", "unit")
        .order_by("pk")[:3]
    )
    for number, assessment in enumerate(assessments):
        with day_of(max(month.start, on - timedelta(days=5 - number))):
            for name, output in PLANNED[number:]:
                planning.propose_line(
                    self_of(assessment),
                    assessment_id=assessment.pk,
                    name=name,
                    output=output,
                    due_on=month.end,
                    is_key=number == 0,
                )
            if number == 0:
                planning.accept_plan(leader, assessment_id=assessment.pk)
                plan_reviewing.review_plan(
                    leader, assessment_id=assessment.pk, verdict="adjust", remarks=REMARKS
                )


def _hard_task(leader, home, on, body, name, difficulty, opened, due, seat, outcome) -> None:
    unit = _body(home, body)
    if unit is None:
        return
    with day_of(on + timedelta(days=opened)):
        said = {"name": name, "difficulty": difficulty, "due_on": on + timedelta(days=due)}
        answers = None if seat is None else _seats(unit)[seat].person_id
        made = hard_tasks.open_hard_task(leader, unit_id=unit.pk, responsible_id=answers, **said)
    if outcome:
        with day_of(on + timedelta(days=due - 3)):
            hard_tasks.solve_hard_task(leader, hard_id=made.pk, outcome=outcome)


def _opinion(leader, home, on, asker, asked, question, before, answer, decision) -> None:
    body, seat = asked
    unit = _body(home, body)
    if unit is None:
        return
    who = actor_for(Account.objects.get(username=asker))
    whom = {"unit_id": unit.pk} if seat is None else {"person_id": _seats(unit)[seat].person_id}
    sent = on - timedelta(days=before)
    with day_of(sent):
        made = opinions.ask_opinion(who, question=question, **whom)
    if answer:
        with day_of(min(sent + timedelta(days=1), on)):
            opinions.answer_opinion(leader, request_id=made.pk, answer=answer)
    if decision:
        with day_of(min(sent + timedelta(days=2), on)):
            opinions.decide_opinion(who, request_id=made.pk, decision=decision)


def _go_out(home, rng: random.Random, on: date) -> None:
    goers = Appointment.objects.filter(
        unit__path__startswith=home.path,
        is_primary=True,
        valid_to=None,
        person__account__isnull=False,
    )
    for seat in goers.select_related("person__account").order_by("-is_head", "pk")[:GOERS]:
        actor = actor_for(seat.person.account)
        for days in sorted(rng.sample(range(1, BACK.days), rng.randint(1, 3)), reverse=True):
            kind, place, result = rng.choice(FIELD_VISITS)
            with day_of(on - timedelta(days=days - 1)):
                field_visits.enter_field_visit(
                    actor,
                    happened_on=today() - timedelta(days=1),
                    kind=kind,
                    place=place.format(rng.randint(1, 24)),
                    result=result,
                )


def _body(home, start) -> Unit | None:
    return (
        Unit.objects.under([home.path])
        .filter(name__startswith=start, valid_to=None)
        .order_by("path")
        .first()
    )


def _seats(unit) -> list[Appointment]:
    """Head first, then as the list of the ward has them."""
    return list(
        Appointment.objects.filter(unit=unit, is_primary=True, valid_to=None).order_by(
            "-is_head", "pk"
        )
    )
