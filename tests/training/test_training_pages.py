"""The pages of training: what each kind of person sees, takes away and does there."""

from datetime import date
from html.parser import HTMLParser

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.registers import answer_of, rows_of_excel, table_of_word, words_of_word
from tests.worlds import signed_in, staff

from thenchot.kernel.decision import Refused
from thenchot.people.enums import Sex
from thenchot.people.filing.changing import change_items
from thenchot.platform.clock import now
from thenchot.platform.jobs.models import Job
from thenchot.platform.scope.actor import SYSTEM, NotVisible
from thenchot.training.models import (
    Attendance,
    Effect,
    Enrolment,
    Practice,
    SelfStudy,
    TrainingPlan,
)
from thenchot.training.services import attending, classes, curricula, enrolling, planning, speakers

pytestmark = pytest.mark.django_db


def client(training, role, unit=None):
    return signed_in(training.world.account(role, unit and training.world.units[unit]))


def text_of(browser, route, *args, **keys) -> str:
    answer = browser.get(reverse(route, args=args), keys)
    assert answer.status_code == 200
    return answer.content.decode()


class TestPlan:
    def test_an_officer_draws_it_up_and_the_job_fills_it(self, training):
        browser = client(training, "officer")
        first = browser.get(reverse("training_plan_new"))
        assert 'value="2027"' in first.content.decode()
        said = {
            "unit": training.world.ward.pk,
            "name": "Kế hoạch 2027",
            "kind": "training",
            "first_year": 2027,
            "last_year": 2027,
            "basis": "",
        }
        browser.post(reverse("training_plan_new"), said)
        plan = TrainingPlan.objects.get()
        answer = browser.post(reverse("training_plan_draw", args=[plan.pk]))
        assert answer.url == reverse("job_detail", args=[Job.objects.get().pk])

    def test_the_plan_as_excel_and_word(self, training):
        plan = training.drawn()
        account = training.world.account("officer")
        sheet = rows_of_excel(answer_of(account, "training_plan", pk=plan.pk))
        assert sorted(row["Lượt người"] for row in sheet) == [7, 7]
        answer = answer_of(account, "training_plan", "docx", pk=plan.pk)
        assert "KẾ HOẠCH ĐÀO TẠO, BỒI DƯỠNG" in words_of_word(answer)
        assert len(table_of_word(answer)) == 3

    def test_the_forms_of_plan_and_needs_have_their_columns(self, training):
        person = training.person("mặt trận")
        person.sex = Sex.FEMALE
        person.save(update_fields=["sex"])
        change_items(SYSTEM, person_id=person.pk, ethnicity="02")
        plan = training.drawn()
        line = plan.lines.get(topic=training.topics["theory"])
        said = {name: getattr(line, name) for name in planning.LINE} | {"month": 5}
        planning.change_line(training.officer, line_id=line.pk, **said)
        account = training.world.account("officer")
        heads, *rows = table_of_word(answer_of(account, "training_plan", "docx", pk=plan.pk))
        told = [dict(zip(heads, row, strict=True)) for row in rows]
        theory = next(row for row in told if row["Quý"] == "II")
        women = sum(one.sex == Sex.FEMALE for one in training.world.people.values())
        assert (theory["Lượt người"], theory["Dân tộc thiểu số"]) == ("7", "1")
        assert int(theory["Nữ"]) == women
        heads, *rows = table_of_word(answer_of(account, "training_needs", "docx", pk=plan.pk))
        told = [dict(zip(heads, row, strict=True)) for row in rows]
        gap = next(row for row in told if row["Tiêu chuẩn thiếu"])
        assert gap["Bắt buộc theo"] == "Điều 1"
        assert gap["Vị trí, chức vụ"]

    def test_an_empty_year_is_refused_on_the_form(self, training):
        said = {"unit": training.world.ward.pk, "kind": "training", "name": "x"}
        said |= {"first_year": 2028, "last_year": 2027}
        answer = client(training, "officer").post(reverse("training_plan_new"), said)
        assert "Năm cuối không trước năm đầu." in answer.content.decode()
        assert not TrainingPlan.objects.exists()

    def test_a_leader_approves_on_the_page(self, training):
        plan = training.drawn()
        planning.submit_plan(training.officer, plan_id=plan.pk)
        browser = client(training, "leader")
        assert "Phê duyệt" in text_of(browser, "training_plan", plan.pk)
        browser.post(reverse("training_plan_approve", args=[plan.pk]), {"decision": "12-KH/ĐU"})
        plan.refresh_from_db()
        assert plan.state == "approved"

    def test_staff_see_the_plan_and_no_names(self, training):
        plan = training.drawn()
        browser = client(training, "staff", "phòng văn hóa")
        text = text_of(browser, "training_plan", plan.pk)
        assert reverse("training_needs", args=[plan.pk]) not in text
        assert browser.get(reverse("training_needs", args=[plan.pk])).status_code == 403

    def test_a_head_sees_the_needs_of_the_own_unit_alone(self, training):
        plan = training.drawn()
        text = text_of(client(training, "head", "mặt trận"), "training_needs", plan.pk)
        assert training.person("mặt trận").full_name in text
        assert training.person("ubnd").full_name not in text

    def test_a_plan_of_years_shows_its_slices_and_what_came_of_them(self, training):
        whole = planning.draw_up_plan(
            training.officer,
            unit_id=training.world.ward.pk,
            name="Kế hoạch 2026 - 2030",
            first_year=2026,
            last_year=2030,
        )
        training.drawn()
        answer = client(training, "officer").get(reverse("training_plan", args=[whole.pk]))
        (row,) = answer.context["slices"].data
        assert (row.first_year, row.needed, row.opened, row.completed) == (2027, 14, 0, 0)


class TestOrganiser:
    """The Political Centre runs a class for people of other units (S0-118)."""

    def test_it_keeps_attendance_and_results_and_sends_nobody(self, training):
        centre = training.world.units["phòng văn hóa"]
        held = training.open(organiser=centre)
        sent = training.send(training.enrol(held))
        head = training.actor("head", "phòng văn hóa")
        session = classes.add_session(head, class_id=held.pk, on=held.starts_on, part="morning")
        attending.note_attendance(head, session_id=session.pk, said={sent.pk: "present"})
        training.record(sent, actor=head)
        waiting = training.enrol(held, "ubnd")
        with pytest.raises(Refused):
            enrolling.send_person(
                head, enrolment_id=waiting.pk, decision="1", decided_on=held.starts_on
            )

    def test_another_unit_finds_nobody(self, training):
        held = training.open(organiser=training.world.units["phòng văn hóa"])
        sent = training.send(training.enrol(held))
        with pytest.raises(NotVisible):
            training.record(sent, actor=training.actor("head", "ủy ban kiểm tra"))


class TestClass:
    def test_many_are_sent_by_one_decision(self, training):
        held = training.open()
        rows = [training.enrol(held, name) for name in ("mặt trận", "ubnd")]
        browser = client(training, "officer")
        said = {
            "pk": [row.pk for row in rows],
            "told": "1",
            "decision": "45-QĐ/ĐU",
            "decided_on": "28/10/2026",
        }
        browser.post(reverse("enrolment_send_together"), said)
        assert {row.state for row in Enrolment.objects.all()} == {"nominated"}

    def test_a_learner_sees_oneself_alone(self, training):
        held = training.open()
        training.enrol(held)
        own = training.enrol(held, "ubnd")
        account = training.world.account("staff", training.world.units["phòng văn hóa"])
        own.person.account = account
        own.person.save(update_fields=["account"])
        text = text_of(signed_in(account), "training_class", held.pk)
        assert own.person.full_name in text
        assert training.person("mặt trận").full_name not in text

    def test_the_draft_decision_names_those_who_go(self, training):
        held = training.open(seats=1)
        training.enrol(held)
        training.enrol(held, "ubnd")
        answer = client(training, "officer").get(reverse("training_decision", args=[held.pk]))
        assert "Cử 1 người có tên trong danh sách kèm theo" in words_of_word(answer)
        names = [row[1] for row in table_of_word(answer)[1:]]
        assert names == [training.person("mặt trận").full_name]

    def test_the_sheet_to_sign_has_a_column_a_session(self, training):
        held = training.open()
        training.send(training.enrol(held))
        classes.add_session(training.officer, class_id=held.pk, on=held.starts_on, part="morning")
        route = reverse("training_attendance_sheet", args=[held.pk])
        heads, row = table_of_word(client(training, "officer").get(route))
        assert heads[-1] == "sáng 01/11"
        assert row[1] == training.person("mặt trận").full_name

    def test_the_draft_decision_says_post_money_and_commitment(self, training):
        held = training.open(cost=12_000_000)
        training.send(training.enrol(held), commitment_months=36)
        answer = client(training, "officer").get(reverse("training_decision", args=[held.pk]))
        assert "12.000.000 đồng" in words_of_word(answer)
        heads, row = table_of_word(answer)
        assert heads[-2:] == ["Chức vụ, vị trí", "Cam kết phục vụ"]
        assert row[-1] == "36 tháng"
        assert row[-2]

    def test_the_evaluation_sheet_asks_six_things_from_1_to_5(self, training):
        held = training.open()
        route = reverse("training_evaluation_sheet", args=[held.pk])
        answer = client(training, "officer").get(route)
        heads, *rows = table_of_word(answer)
        assert heads[3:] == ["1", "2", "3", "4", "5"]
        assert len(rows) == 6
        assert rows[-1][1] == "Thiết thực với công việc"

    def test_the_gap_on_the_page_of_the_person(self, training):
        held = training.open()
        training.send(training.enrol(held))
        page = reverse("person_detail", args=[training.person("mặt trận").pk])
        text = client(training, "officer").get(page).content.decode()
        assert held.name in text
        assert "đã cử đi học" in text

    def test_the_repayment_shows_its_arithmetic(self, training):
        sent = training.send(training.enrol(training.open()), commitment_months=72, paid=60_000_000)
        said = {
            "paid": 60_000_000,
            "committed_months": 72,
            "served_months": 24,
            "years_before": 0,
            "is_finished": "on",
        }
        text = text_of(client(training, "officer"), "enrolment_repayment", sent.pk, **said)
        assert "40.000.000" in text


class DeepForms(HTMLParser):
    """How deep forms stand in each other: a browser drops a form inside a form, and its button
    then sends the outer one.
    """

    depth = deepest = 0

    def handle_starttag(self, tag, attrs):
        if tag == "form":
            self.depth += 1
            self.deepest = max(self.deepest, self.depth)

    def handle_endtag(self, tag):
        if tag == "form":
            self.depth -= 1


def test_a_button_of_a_row_stands_beside_the_form_for_many(training):
    sent = training.record(training.send(training.enrol(training.open())))
    text = text_of(client(training, "leader"), "training_class", sent.held_in_id)
    assert reverse("enrolment_verify", args=[sent.pk]) in text
    assert reverse("enrolment_verify_together") in text
    found = DeepForms()
    found.feed(text)
    assert found.deepest == 1


class TestAttendance:
    @pytest.fixture
    def session(self, training, monkeypatch):
        held = training.open(ends_on=date(2026, 11, 20))
        training.send(training.enrol(held))
        return classes.add_session(
            training.officer, class_id=held.pk, on=date(2026, 11, 10), part="morning"
        )

    def test_by_a_list(self, training, session):
        row = Enrolment.objects.get()
        route = reverse("training_session", args=[session.pk])
        browser = client(training, "officer")
        assert session.code in browser.get(route).content.decode()
        browser.post(route, {f"e{row.pk}": "present"})
        assert Attendance.objects.get().state == "present"

    @pytest.mark.parametrize(
        ("offset", "told"), [(0, "có mặt"), (1, "Mã điểm danh không đúng")], ids=["right", "wrong"]
    )
    def test_by_the_own_phone_with_the_code_of_the_room(self, training, session, offset, told):
        account = training.world.account("staff", training.world.units["mặt trận"])
        person = Enrolment.objects.get().person
        person.account = account
        person.save(update_fields=["account"])
        code = f"{(int(session.code) + offset) % 1_000_000:06d}"
        route = reverse("training_session", args=[session.pk])
        browser = signed_in(account)
        answer = browser.post(route, {"code": code}, follow=True)
        assert told in answer.content.decode()
        assert Attendance.objects.filter(state="present", by_self=True).exists() is (offset == 0)

    def test_nobody_else_finds_it(self, training, session):
        browser = client(training, "staff", "phòng văn hóa")
        assert browser.get(reverse("training_session", args=[session.pk])).status_code == 404


class TestCoverage:
    def test_the_figure_leads_to_its_names(self, training):
        held = training.open("reception")
        sent = training.record(training.send(training.enrol(held)))
        enrolling.verify_result(training.leader, enrolment_id=sent.pk)
        browser = client(training, "officer")
        text = text_of(browser, "training_coverage", year=2026)
        assert "14,3 %" in text
        topic = training.topics["reception"]
        answer = browser.get(reverse("training_learners", args=[topic.pk]), {"year": 2026})
        rows = list(answer.context["register"].records)
        assert [row.has_learnt for row in rows].count(True) == 1
        assert len(rows) == 7

    def test_the_young_alone(self, training):
        young = training.person("ubnd")
        young.born_on = date(1995, 5, 1)
        young.save(update_fields=["born_on"])
        topic = training.topics["reception"]
        browser = client(training, "officer")
        answer = browser.get(reverse("training_learners", args=[topic.pk]), {"group": "young"})
        assert [row.person for row in answer.context["register"].records] == [young]

    def test_another_year_another_figure(self, training):
        text = text_of(client(training, "officer"), "training_coverage", year=2025)
        assert "0,0 %" in text


def more_people(training, count: int) -> None:
    names = [f"Lê Văn {chr(97 + n)}" for n in range(count)]
    staff(training.world, training.world.units["ubnd"], names)


@pytest.mark.parametrize(
    "route", ["training_plan", "training_needs", "training_class", "training_learners"]
)
def test_the_same_number_of_queries_at_one_row_and_at_many(training, route):
    plan = training.drawn()
    held = training.open()
    training.send(training.enrol(held))
    keys = {
        "training_plan": plan.pk,
        "training_needs": plan.pk,
        "training_class": held.pk,
        "training_learners": training.topics["reception"].pk,
    }
    browser = client(training, "officer")

    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert browser.get(reverse(route, args=[keys[route]])).status_code == 200
        return len(queries)

    cost()
    few = cost()
    for name in ("ubnd", "phòng văn hóa", "văn phòng đảng ủy"):
        training.enrol(held, name)
    planning.add_line(
        training.officer,
        plan_id=plan.pk,
        topic_id=training.topics["longer"].pk,
        name="Lớp nữa",
        seats=10,
        hours=8,
    )
    more_people(training, 5)
    assert cost() == few


@pytest.mark.parametrize(
    "route",
    [
        "training_practice_list",
        "training_growth",
        "training_speaker_list",
        "training_hours",
        "self_study_list",
        "training_curriculum_list",
        "training_class_list",
        "training_coverage",
        "training_effect_list",
    ],
)
def test_a_list_costs_the_same_at_one_row_and_at_many(training, route):
    browser = client(training, "officer")

    def grow(*units) -> None:
        for name in units:
            person = training.person(name)
            person.born_on = date(1995, 1, 1)
            person.save(update_fields=["born_on"])
            Practice.objects.create(
                person=person,
                unit=training.world.units[name],
                host=training.world.ward,
                post="Tổ công tác",
                task="Giải quyết đơn",
                mentor=training.person("ban thường vụ"),
                mentor_unit=training.world.units["ban thường vụ"],
                starts_on=date(2026, 10, 1),
                ends_on=date(2026, 12, 1),
            )
            speakers.name_speaker(
                training.officer,
                person_id=person.pk,
                kind="reporter",
                decision="7-QĐ/ĐU",
                valid_from=date(2025, 1, 1),
            )
            SelfStudy.objects.create(
                person=person,
                unit=training.world.units[name],
                name="Kỹ năng số",
                hours=8,
                finished_on=date(2026, 10, 1),
            )
            training.open(name=f"Lớp {name}")

    def add(code: str) -> None:
        topic = training.topics[code]
        curricula.draft_curriculum(
            training.officer,
            unit_id=training.world.ward.pk,
            topic_id=topic.pk,
            owner="Trường Chính trị",
            hours=8,
            methods=["cases"],
            aims="x",
            content="y",
        )
        Effect.objects.create(
            unit=training.world.ward,
            topic=topic,
            counted_at=now(),
            learners=3,
            compared=3,
            others=9,
            verdict="thin",
        )

    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert browser.get(reverse(route)).status_code == 200
        return len(queries)

    grow("mặt trận")
    add("theory")
    cost()
    few = cost()
    grow("ubnd", "phòng văn hóa", "văn phòng đảng ủy")
    add("longer")
    more_people(training, 5)
    cost()
    assert cost() == few
