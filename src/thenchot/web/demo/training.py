"""Training: the plan of this year approved, two classes held and one under way; the plan of next
year drawn up from what is missing. A curriculum with a case, what participants said, reporters,
practice with a mentor, learning alone.
"""

import random
from datetime import date, timedelta

from django.core.files.uploadedfile import SimpleUploadedFile

from thenchot.people.models import Appointment, Person
from thenchot.platform.office.word.letters import Letter, build
from thenchot.platform.scope.actor import actor_for
from thenchot.training.enums import DayPart, EnrolmentState, NeedState, Presence, Rated
from thenchot.training.models import Enrolment, PlannedClass, Topic, TrainingClass, TrainingPlan
from thenchot.training.queries.opinions import participants
from thenchot.training.services import (
    attending,
    classes,
    curricula,
    drawing,
    enrolling,
    planning,
    practice,
    self_study,
    speakers,
    topics,
)
from thenchot.training.services.effects import count_effects
from thenchot.training.services.opinions import say_opinion
from thenchot.web.demo.calendar import TAKEN_IN_BEFORE, day_of
from thenchot.web.demo.tree import FOUNDED

HELD, UNDER_WAY = "tiep-dan", "ly-luan-trung-cap"
HELD_BEFORE = ((HELD, 40), ("ky-nang-so", 110))
LASTED = timedelta(days=2)
PROVIDERS = {"theory": "Trường Chính trị thành phố", "state": "Trường Chính trị thành phố"}
OWN_PROVIDER = "Trung tâm Chính trị phường"
COST_PER_HOUR, COST_PER_LEARNER = 500_000, 9_000_000  # đồng, of a class here and of a school
PRESENT_SHARE = 0.9
PRACTICES = (
    ("Giúp việc Bí thư chi bộ tổ dân phố 5", "Giải quyết 12 đơn tồn đọng của tổ dân phố"),
    ("Tổ công tác giải phóng mặt bằng", "Vận động 15 hộ dân bàn giao đất"),
    ("Bộ phận một cửa", "Rút thời gian giải quyết hồ sơ đất đai xuống 10 ngày"),
    ("Tổ chuyển đổi số cộng đồng", "Hướng dẫn 200 hộ dân nộp hồ sơ trực tuyến"),
)
LEFT_OUT = "Sắp đến tuổi nghỉ hưu"


def train(officer, leader, home, rng: random.Random, on: date) -> None:
    begun = on - TAKEN_IN_BEFORE
    if begun < FOUNDED:
        return
    with day_of(begun):
        topics.adopt_topics(officer, unit_id=home.pk)
        plan = _plan(officer, home, begun.year)
        planning.submit_plan(officer, plan_id=plan.pk)
        decision = f"18-KH/ĐU ngày {begun:%d/%m/%Y}"
        planning.approve_plan(leader, plan_id=plan.pk, decision=decision)
        _curriculum(officer, leader, home, begun)
        _reporters(officer, home, begun)
    for code, days in HELD_BEFORE:
        _held(officer, leader, plan, rng, on, code, days)
    _under_way(officer, plan, on)
    _practice(officer, leader, home, on)
    _alone(leader, home, on)
    if on.year + 1 != begun.year:
        _plan(officer, home, on.year + 1)
    _project(officer, home, on)
    count_effects(officer, unit_id=home.pk)


def _plan(officer, home, year: int) -> TrainingPlan:
    """Counted, placed, dated and priced; one need left out with its reason."""
    plan = planning.draw_up_plan(
        officer,
        unit_id=home.pk,
        name=f"Kế hoạch đào tạo, bồi dưỡng cán bộ, công chức, viên chức năm {year}",
        first_year=year,
        last_year=year,
        basis="Chương trình hành động của Đảng ủy phường",
    )
    drawing.count_needs(officer, plan_id=plan.pk)
    drawing.propose_classes(officer, plan_id=plan.pk)
    for number, line in enumerate(plan.lines.select_related("topic").order_by("pk")):
        _complete(officer, line, 1 + number % 12)
    need = plan.needs.filter(state=NeedState.PLACED).order_by("pk").first()
    if need:
        planning.leave_out_need(officer, need=need, reason=LEFT_OUT)
    return plan


def _complete(officer, line: PlannedClass, month: int) -> None:
    values = {name: getattr(line, name) for name in planning.LINE}
    values |= {
        "month": month,
        "provider": PROVIDERS.get(line.topic.group, OWN_PROVIDER),
        "cost": _cost(line),
        "budget": "Kinh phí đào tạo, bồi dưỡng của phường",
    }
    planning.change_line(officer, line_id=line.pk, **values)


def _cost(line: PlannedClass) -> int:
    if line.topic.group in PROVIDERS:
        return COST_PER_LEARNER * line.needs.count()
    return COST_PER_HOUR * line.hours * line.classes


def _line(plan: TrainingPlan, code: str) -> PlannedClass | None:
    return plan.lines.filter(topic__code=code).select_related("topic").first()


def _opened(officer, line: PlannedClass, starts_on: date, ends_on: date) -> TrainingClass:
    return classes.open_planned(
        officer,
        line_id=line.pk,
        name=line.name,
        provider=line.provider,
        lecturer="",
        form=line.form,
        place="Hội trường phường",
        starts_on=starts_on,
        ends_on=ends_on,
        hours=line.hours,
        seats=line.seats,
        cost=line.cost,
    )


def _send_all(officer, held: TrainingClass, decided_on: date) -> list[Enrolment]:
    rows = list(held.enrolments.filter(state=EnrolmentState.PROPOSED).order_by("pk"))
    return [
        enrolling.send_person(
            officer, enrolment_id=row.pk, decision="52-QĐ/ĐU", decided_on=decided_on
        )
        for row in rows
    ]


def _held(
    officer, leader, plan: TrainingPlan, rng: random.Random, on: date, code: str, days: int
) -> None:
    """Begun so many days ago: taught, attended, verified; two people still without a result."""
    line = _line(plan, code)
    if line is None:
        return
    starts_on = on - timedelta(days=days)
    with day_of(starts_on):
        held = _opened(officer, line, starts_on, starts_on + LASTED)
        sent = _send_all(officer, held, starts_on)
        for part in (DayPart.MORNING, DayPart.AFTERNOON):
            classes.add_session(officer, class_id=held.pk, on=starts_on, part=part)
    with day_of(starts_on + LASTED):
        absent = {row.pk for row in sent if rng.random() > PRESENT_SHARE}
        for session in held.sessions.all():
            said = {
                row.pk: Presence.EXCUSED if row.pk in absent else Presence.PRESENT for row in sent
            }
            attending.note_attendance(officer, session_id=session.pk, said=said)
        done = [row for row in sent if row.pk not in absent][:-2]
        for row in done:
            enrolling.record_result(
                officer, enrolment_id=row.pk, completed_on=starts_on + LASTED, result="Đạt"
            )
            if row.person.account_id != leader.account_id:
                enrolling.verify_result(leader, enrolment_id=row.pk)
        for row in sent:
            if row.pk in absent:
                reason = "Vắng cả hai buổi"
                enrolling.record_failure(officer, enrolment_id=row.pk, reason=reason)
    _rated(held, rng, starts_on + LASTED)


def _under_way(officer, plan: TrainingPlan, on: date) -> None:
    """A long course of political theory: whoever was sent is "in training" since then."""
    line = _line(plan, UNDER_WAY)
    if line is None:
        return
    starts_on = on - timedelta(days=20)
    with day_of(starts_on):
        held = _opened(officer, line, starts_on, starts_on + timedelta(days=180))
        _send_all(officer, held, starts_on)
        classes.add_session(
            officer, class_id=held.pk, on=starts_on, part=DayPart.MORNING, subject="Khai giảng"
        )
    classes.add_session(officer, class_id=held.pk, on=on, part=DayPart.MORNING)


def _curriculum(officer, leader, home, on: date) -> None:
    """Two versions of the yearly subject, the second in use, with a case to study."""
    first = curricula.draft_curriculum(
        officer,
        unit_id=home.pk,
        topic_id=Topic.objects.get(unit=home, code=HELD).pk,
        owner="Trường Chính trị thành phố",
        hours=8,
        methods=["lecture"],
        aims="Tiếp công dân đúng quy trình, đúng thẩm quyền",
        content="Bài 1. Quy trình tiếp công dân\nBài 2. Kỹ năng đối thoại",
    )
    curricula.issue_curriculum(leader, curriculum_id=first.pk, decision="14-QĐ/TCT", issued_on=on)
    second = curricula.revise_curriculum(
        officer, curriculum_id=first.pk, changes="Thêm tình huống giải phóng mặt bằng"
    )
    values = {name: getattr(second, name) for name in curricula.FIELDS}
    more = {
        "methods": ["lecture", "cases", "practice"],
        "content": f"{second.content}\nBài 3. Tình huống: hộ dân không nhận tiền đền bù",
    }
    curricula.change_curriculum(officer, curriculum_id=second.pk, **{**values, **more})
    curricula.add_material(
        officer,
        curriculum_id=second.pk,
        kind="case",
        title="Hộ dân không nhận tiền đền bù",
        note="Đọc trước khi đến lớp, chia bốn nhóm trao đổi",
        file=SimpleUploadedFile("tinh-huong.docx", _case()),
    )
    curricula.issue_curriculum(leader, curriculum_id=second.pk, decision="21-QĐ/TCT", issued_on=on)


def _case() -> bytes:
    return build(
        Letter(
            layout="state",
            issuer="Trường Chính trị thành phố",
            superior="",
            place="",
            issued_on=None,
            kind="Tình huống",
            title="Hộ dân không nhận tiền đền bù",
            body=[
                "Hộ ông A có 120 m² đất trong dự án mở rộng đường, không nhận tiền đền bù vì cho "
                "rằng giá thấp. Đã vận động hai lần. Ông A đề nghị gặp lãnh đạo phường.",
                "Câu hỏi: ai tiếp, chuẩn bị hồ sơ gì, trả lời thế nào trong thẩm quyền của phường?",
            ],
        )
    )


def _people(home, count: int, skip: int = 0) -> list[Person]:
    seats = Appointment.objects.filter(
        unit__path__startswith=home.path, is_primary=True, valid_to=None
    )
    people = Person.objects.filter(pk__in=seats.values("person")).order_by("sort_key", "pk")
    return list(people[skip : skip + count])


def _reporters(officer, home, on: date) -> None:
    """Some named long ago, whose turn it is, others lately."""
    for number, person in enumerate(_people(home, 6, skip=10)):
        speakers.name_speaker(
            officer,
            person_id=person.pk,
            kind=("reporter", "propagandist")[number % 2],
            decision="31-QĐ/ĐU",
            subjects="Nghị quyết của Đảng, thời sự, chính sách",
            valid_from=on if number < 4 else on - timedelta(days=330),
        )


def _rated(held: TrainingClass, rng: random.Random, on: date) -> None:
    """What participants with an account say, each from the own account."""
    rows = participants(held).exclude(person__account=None).select_related("person__account")
    words = ("Nhiều tình huống sát thực tế", "Nên thêm thời gian thực hành")
    with day_of(on):
        for number, row in enumerate(rows.order_by("pk")):
            points = {str(code): rng.choice((3, 4, 4, 5, 5)) for code in Rated}
            say_opinion(
                actor_for(row.person.account),
                class_id=held.pk,
                points=points,
                word=words[number] if number < len(words) else "",
            )


def _practice(officer, leader, home, on: date) -> None:
    """One under way, one that waits for confirmation, one confirmed, one overdue."""
    people, mentors = _people(home, 4, skip=20), _people(home, 4, skip=60)
    for number, (person, mentor) in enumerate(zip(people, mentors, strict=True)):
        starts_on = on - timedelta(days=(30, 100, 120, 140)[number])
        with day_of(starts_on):
            made = practice.begin_practice(
                officer,
                person_id=person.pk,
                mentor_id=mentor.pk,
                host_id=home.pk,
                post=PRACTICES[number][0],
                task=PRACTICES[number][1],
                aim="Phó Trưởng phòng" if number % 2 else "",
                starts_on=starts_on,
                ends_on=starts_on + timedelta(days=90),
            )
        if number in (1, 2):
            with day_of(starts_on + timedelta(days=90)):
                practice.report_practice(
                    officer, practice_id=made.pk, result="Hoàn thành nhiệm vụ, có báo cáo kèm theo"
                )
        if number == 2:
            practice.confirm_practice(leader, practice_id=made.pk)


def _alone(leader, home, on: date) -> None:
    """Whoever has an account records what was learnt alone; some is confirmed."""
    people = Person.objects.exclude(account=None).filter(
        pk__in=Appointment.objects.filter(
            unit__path__startswith=home.path, is_primary=True, valid_to=None
        ).values("person")
    )
    rows = people.select_related("account").exclude(account=leader.account_id)
    for number, person in enumerate(rows.order_by("pk")[:6]):
        with day_of(on - timedelta(days=50 - 7 * number)):
            made = self_study.record_self_study(
                actor_for(person.account),
                name="Kỹ năng số cơ bản (khóa trực tuyến)",
                hours=8 + 4 * (number % 3),
                finished_on=on - timedelta(days=52 - 7 * number),
                link="https://hoctap.example.vn/ky-nang-so",
            )
        if number % 3:
            self_study.confirm_self_study(leader, self_study_id=made.pk)


def _project(officer, home, on: date) -> None:
    planning.draw_up_plan(
        officer,
        unit_id=home.pk,
        name=f"Đề án đào tạo, bồi dưỡng cán bộ giai đoạn {on.year}–{on.year + 4}",
        kind="project",
        first_year=on.year,
        last_year=on.year + 4,
        due_on=on + timedelta(days=20),
        basis="Kế hoạch của Tỉnh ủy",
    )
