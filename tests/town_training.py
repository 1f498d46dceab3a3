"""Training in the town: plans in every state, a class with people on their way through it."""

from datetime import date, timedelta

from django.core.files.uploadedfile import SimpleUploadedFile

from tests.web.broken import picture
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import SYSTEM
from thenchot.platform.scope.roles import Role
from thenchot.training.models import Enrolment, Need, SelfStudy
from thenchot.training.services import (
    classes,
    curricula,
    drawing,
    enrolling,
    planning,
    practice,
    speakers,
    topics,
)

PNG = picture("PNG")


def of_training(world, home, people) -> dict:
    officer = world.actor(Role.OFFICER, home)
    topic = topics.add_topic(
        officer,
        unit_id=home.pk,
        code="tiep-dan",
        name=f"Tiếp dân {home.name}",
        group="service",
        audience="officials",
        hours=8,
        paper="skill",
    )
    draft = _plan(officer, home, topic, people, today().year + 1)
    waiting = _plan(officer, home, topic, people, today().year + 2)
    held = _plan(officer, home, topic, people, today().year)
    for plan in (waiting, held):
        planning.submit_plan(officer, plan_id=plan.pk)
    planning.approve_plan(world.actor(Role.LEADER, home), plan_id=held.pk, decision="12-KH/ĐU")
    placed, left = draft.needs.order_by("state")[1], draft.needs.order_by("state")[0]
    return {
        "training_topic": topic,
        "training_draft": draft,
        "training_submitted": waiting,
        "training_plan": held,
        "training_draft_line": draft.lines.get(),
        "training_line": held.lines.get(),
        "training_need_placed": placed,
        "training_need_left": left,
        **_curricula(officer, world.actor(Role.LEADER, home), home, topic),
        **_practices(officer, people),
        "self_study": SelfStudy.objects.create(
            person=people["mặt trận"],
            unit=people["mặt trận"].appointments.get().unit,
            name="Kỹ năng số cơ bản",
            hours=8,
            finished_on=_yesterday(),
        ),
        "training_speaker": speakers.name_speaker(
            officer,
            person_id=people["mặt trận"].pk,
            kind="reporter",
            decision="7-QĐ/ĐU",
            valid_from=_yesterday(),
        ),
        **_class(officer, home, topic, people),
        "training_ended_class": _opened(officer, home, topic, today() - timedelta(days=1)),
    }


def _plan(officer, home, topic, people, year: int):
    plan = planning.draw_up_plan(
        officer,
        unit_id=home.pk,
        name=f"Kế hoạch đào tạo năm {year} {home.name}",
        first_year=year,
        last_year=year,
    )
    line = planning.add_line(
        officer, plan_id=plan.pk, topic_id=topic.pk, name=f"Lớp {home.name}", seats=20, hours=8
    )
    for one in (people["mặt trận"], people["ubnd"]):
        drawing.ask_for_need(
            officer, plan_id=plan.pk, person_id=one.pk, topic_id=topic.pk, reason="Cần"
        )
    first, second = Need.objects.filter(plan=plan).order_by("pk")
    planning.leave_out_need(officer, need=first, reason="Đang nghỉ")
    planning.place_need(officer, need=second, line_id=line.pk)
    return plan


def _curricula(officer, leader, home, topic) -> dict:
    issued = curricula.draft_curriculum(
        officer,
        unit_id=home.pk,
        topic_id=topic.pk,
        owner="Trường Chính trị",
        hours=8,
        methods=["cases", "lecture"],
        aims="Tiếp dân đúng quy trình",
        content=f"Bài 1 {home.name}",
    )
    curricula.issue_curriculum(
        leader, curriculum_id=issued.pk, decision="3-QĐ/TCT", issued_on=_yesterday()
    )
    draft = curricula.revise_curriculum(officer, curriculum_id=issued.pk, changes="Thêm bài")
    material = curricula.add_material(
        officer,
        curriculum_id=draft.pk,
        kind="case",
        title="Tình huống",
        file=SimpleUploadedFile("tinh-huong.png", PNG),
    )
    return {
        "training_curriculum": issued,
        "curriculum_draft": draft,
        "training_material": material,
    }


def _practices(officer, people) -> dict:
    running, reported = (
        practice.begin_practice(
            officer,
            person_id=people[name].pk,
            mentor_id=people["ban xây dựng đảng"].pk,
            host_id=people[name].registered_in_id,
            post="Giúp việc Bí thư chi bộ",
            task="Giải quyết đơn tồn đọng",
            starts_on=_yesterday(),
            ends_on=today(),
        )
        for name in ("mặt trận", "ubnd")
    )
    practice.report_practice(SYSTEM, practice_id=reported.pk, result="Xong 5 đơn")
    return {"training_practice": running, "practice_reported": reported}


def _opened(officer, home, topic, ends_on: date):
    return classes.open_class(
        officer,
        unit_id=home.pk,
        topic_id=topic.pk,
        name=f"Lớp tiếp dân {home.name}",
        provider="Trung tâm Chính trị",
        lecturer="",
        form="full_time",
        place="Hội trường",
        starts_on=today() - timedelta(days=5),
        ends_on=ends_on,
        hours=8,
        seats=30,
        cost=None,
    )


def _class(officer, home, topic, people) -> dict:
    held = _opened(officer, home, topic, today() + timedelta(days=5))
    names = ("ban xây dựng đảng", "ủy ban kiểm tra", "văn phòng đảng ủy")
    proposed, sent, done = (_proposed(officer, held, people[name]) for name in names)
    for one in (sent, done):
        enrolling.send_person(
            officer, enrolment_id=one.pk, decision="45-QĐ/ĐU", decided_on=_yesterday()
        )
    enrolling.record_result(SYSTEM, enrolment_id=done.pk, completed_on=today())
    session = classes.add_session(officer, class_id=held.pk, on=today(), part="evening")
    return {
        "training_class": held,
        "training_session": session,
        "enrolment_proposed": proposed,
        "enrolment_sent": sent,
        "enrolment_completed": done,
    }


def _proposed(officer, held, person) -> Enrolment:
    return enrolling.propose_person(officer, class_id=held.pk, person_id=person.pk)


def _yesterday() -> date:
    return today() - timedelta(days=1)
