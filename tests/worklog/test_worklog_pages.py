"""The pages of daily work: what they show to whom, what they cost, what a browser does with
them.
"""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.pages import joined
from tests.worlds import signed_in

from thenchot.people.services import appoint, create_person
from thenchot.platform.clock import now
from thenchot.platform.scope.actor import SYSTEM
from thenchot.worklog.models import (
    Assessment,
    Fault,
    FieldVisit,
    HardTask,
    OpinionRequest,
    PlanLine,
    Work,
)
from thenchot.worklog.services import field_visits, hard_tasks, opinions, planning
from thenchot.worklog.services.opening import open_assessments

pytestmark = pytest.mark.django_db
DAY, DUE = date(2026, 10, 15), date(2026, 10, 20)
OCTOBER, FOURTH = "?period=month-2026-10", "?period=quarter-2026-4"
MOST = 12


def page(office, name, address):
    client = signed_in(office.accounts[name])
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(address)
    assert answer.status_code == 200
    return joined(answer), len(queries)


def crowd(office, count):
    """So many more people of the unit, each with a line that waits, finished work, a field visit, a
    hard task, a question.
    """
    officer, unit = office.world.actor("officer", office.world.ward), office.unit
    made = [
        create_person(SYSTEM, full_name=f"Lê Thị Thêm {n}", unit_id=unit.pk)
        for n in range(Assessment.objects.count(), Assessment.objects.count() + count)
    ]
    for person in made:
        appoint(
            officer,
            person_id=person.pk,
            unit_id=unit.pk,
            title="Chuyên viên",
            valid_from=unit.valid_from,
            staff_kind="civil_servant",
        )
    open_assessments(office.actor("leader"), unit_id=office.world.ward.pk, on=DAY)
    for person in made:
        assessment = Assessment.objects.get(person=person)
        PlanLine.objects.create(
            assessment=assessment, name="Đề án", output="Đề án", quantity=1, due_on=DUE
        )
        work = Work.objects.create(
            assessment=assessment,
            source="t",
            source_id="1",
            name="Việc",
            factor=1,
            assigned=2,
            done=1,
            due_on=DAY,
            done_on=DUE,
        )
        Fault.objects.create(work=work, kind="delay")
        HardTask.objects.create(
            unit=unit, name="Chợ", difficulty="Khó", responsible=person, due_on=DUE, opened_on=DAY
        )
        FieldVisit.objects.create(
            person=person, unit=unit, happened_on=DAY, kind="cell", place="Tổ 1", result="x"
        )
        OpinionRequest.objects.create(
            from_unit=unit,
            asked_by=office.accounts["an"],
            unit=unit,
            person=person,
            question="Hỏi",
            sent_at=now(),
            due_on=DUE,
        )


@pytest.mark.parametrize(
    "address",
    [
        reverse("work_log") + OCTOBER,
        reverse("hard_list"),
        reverse("opinion_list"),
        reverse("field_visit_entries") + FOURTH,
        reverse("field_visit_list") + FOURTH,
    ],
)
def test_many_cost_what_one_costs(office, address):
    crowd(office, 1)
    few_text, few = page(office, "head", address)
    crowd(office, 30)
    many_text, many = page(office, "head", address)
    assert many_text.count("<tr") >= few_text.count("<tr") + 20, "the page shows them"
    assert many <= few <= MOST, (few, many)


def test_the_heads_month_and_one_sheet_cost_no_more_for_their_plans(office):
    unit = reverse("unit_month", args=[office.unit.pk]) + OCTOBER
    assessment = reverse("assessment_detail", args=[office.assessment("an").pk])
    _, before = page(office, "head", unit)
    crowd(office, 20)
    text, after = page(office, "head", unit)
    assert text.count("1 việc tự đề xuất") == 20 and after <= max(before, MOST)
    planning.propose_line(
        office.actor("an"),
        assessment_id=office.assessment("an").pk,
        name="Việc 0",
        output="x",
        due_on=DUE,
    )
    _, few = page(office, "head", assessment)
    for n in range(1, 21):
        planning.propose_line(
            office.actor("an"),
            assessment_id=office.assessment("an").pk,
            name=f"Việc {n}",
            output="x",
            due_on=DUE,
        )
    text, many = page(office, "head", assessment)
    assert "Giao cả 21 việc" in text and many == few


class TestPlan:
    def send(self, office, who, route, pk, **fields):
        return signed_in(office.accounts[who]).post(reverse(route, args=[pk]), fields)

    def test_proposed_accepted_and_refused_in_the_browser(self, office):
        assessment = office.assessment("an")
        for code, name in (("DA", ""), ("", "Rà soát hộ nghèo")):
            answer = self.send(
                office,
                "an",
                "plan_new",
                assessment.pk,
                product=code,
                name=name,
                output="Danh sách",
                quantity="2",
                due_on="2026-10-20",
                is_key="on",
            )
            assert answer.status_code == 302
        text, _ = page(office, "an", reverse("my_month") + f"?assessment={assessment.pk}")
        assert "Rà soát hộ nghèo" in text and "chờ chấp nhận" in text and "Giao cả" not in text
        keyed, other = PlanLine.objects.order_by("pk")
        self.send(office, "head", "plan_refuse", other.pk, reason="Đã giao người khác")
        self.send(office, "head", "plan_accept_all", assessment.pk)
        assert [(work.code, work.assigned, work.source) for work in Work.objects.all()] == [
            ("DA", 2, "plan")
        ]
        text, _ = page(office, "an", reverse("my_month") + f"?assessment={assessment.pk}")
        assert "Đã giao người khác" in text and keyed.name in text

    def test_bad_input_is_said_on_the_form(self, office):
        answer = self.send(
            office,
            "an",
            "plan_new",
            office.assessment("an").pk,
            product="KHÔNG.CÓ",
            quantity="1",
            due_on="2026-10-20",
        )
        assert "không có mã này" in answer.content.decode()
        answer = self.send(
            office,
            "an",
            "plan_new",
            office.assessment("an").pk,
            name="Việc",
            output="x",
            quantity="1",
            due_on="2026-12-20",
        )
        assert "Hạn phải trong tháng 10/2026" in answer.content.decode()
        assert not PlanLine.objects.exists()

    def test_two_presses_give_one_work(self, office):
        line = planning.propose_line(
            office.actor("an"),
            assessment_id=office.assessment("an").pk,
            name="Việc",
            output="x",
            due_on=DUE,
        )
        assert [
            self.send(office, "head", "plan_accept", line.pk).status_code for _ in range(2)
        ] == [302, 403]
        assert Work.objects.count() == 1

    def test_the_own_page_of_a_head_has_no_button_to_accept(self, office):
        planning.propose_line(
            office.actor("head"),
            assessment_id=office.assessment("head").pk,
            name="Việc",
            output="x",
            due_on=DUE,
        )
        text, _ = page(
            office, "head", reverse("my_month") + f"?assessment={office.assessment('head').pk}"
        )
        assert "/plan/accept/" not in text and "/withdraw/" in text


class TestLoad:
    def lines(self, text):
        return text.split("Từng tuần, theo ngày hoàn thành")[0]

    def test_assigned_done_late_overdue_and_done_directly(self, office):
        office.assign("an", "vb", 4, done=2, due=DUE)
        office.assign("an", "bc", 2, done=2, done_on=date(2026, 10, 22), due=DUE, mode="directed")
        for piece in (1, 2):
            Fault.objects.create(work=Work.objects.latest("pk"), piece=piece, kind="delay")
        text, _ = page(office, "an", reverse("work_log") + OCTOBER)
        row = self.lines(text).split("Lê Văn An")[1]
        assert [
            f'data-label="{label}">{value}' in row
            for label, value in (
                ("Được giao", "6"),
                ("Xong", "4"),
                ("Xong chậm", "2"),
                ("Trực tiếp làm (%)", "50 %"),
            )
        ] == [True] * 4
        assert '<span class="tag act">2</span>' in row

    def test_by_the_week_of_completion(self, office):
        office.assign("an", "vb", 1, done=1, done_on=date(2026, 10, 11))
        office.assign("an", "vb", 2, done=2, done_on=date(2026, 10, 12))
        text, _ = page(office, "an", reverse("work_log") + OCTOBER)
        weeks = text.split("Từng tuần, theo ngày hoàn thành")[-1]
        for monday, count in (("05/10/2026", "1"), ("12/10/2026", "2"), ("19/10/2026", "0")):
            assert (
                f'<td class="nowrap">{monday}</td><td class="num" data-label="Xong">{count}</td>'
                in weeks
            )

    def test_colleagues_see_only_themselves(self, office):
        office.assign("an", "vb", 1, done=1)
        text, _ = page(office, "binh", reverse("work_log") + OCTOBER)
        assert "Trần Thị Bình" in text and "Lê Văn An" not in text
        text, _ = page(office, "head", reverse("work_log") + OCTOBER)
        assert text.index("Lê Văn An") < text.index("Trần Thị Bình") and "không xếp hạng" in text

    def test_the_order_is_that_of_names_whatever_was_done(self, office):
        office.assign("binh", "vb", 9, done=9)
        text, _ = page(office, "head", reverse("work_log") + OCTOBER)
        assert text.index("Lê Văn An") < text.index("Trần Thị Bình")

    def test_a_member_with_two_sheets_counts_once(self, office):
        own = office.assessment("an")
        party = {
            "unit": own.unit,
            "home": own.home,
            "kind": "staff",
            "period": "quarter",
            "year": 2026,
            "number": 4,
            "starts_on": date(2026, 10, 1),
            "ends_on": date(2026, 12, 31),
        }
        other = Assessment.objects.create(person=own.person, rules="qd366", **party)
        office.assign("an", "vb", 1, done=1)
        Work.objects.create(
            assessment=other,
            source="t",
            source_id="1",
            name="Việc",
            factor=1,
            assigned=5,
            done=5,
            done_on=DAY,
        )
        text, _ = page(office, "an", reverse("work_log") + FOURTH)
        assert self.lines(text).count("Lê Văn An") == 1 and 'data-label="Xong">1<' in text

    def test_of_a_quarter_all_months(self, office):
        office.assign("an", "vb", 1, done=1)
        open_assessments(office.actor("leader"), unit_id=office.world.ward.pk, on=date(2026, 11, 2))
        november = Assessment.objects.get(person=office.people["an"], number=11)
        Work.objects.create(
            assessment=november,
            source="t",
            source_id="1",
            name="Việc",
            factor=1,
            assigned=3,
            done=2,
            done_on=date(2026, 11, 2),
        )
        text, _ = page(office, "an", reverse("work_log") + FOURTH)
        assert (
            'data-label="Được giao">4<' in text
            and 'data-label="Xong">3<' in text
            and text.count("Lê Văn An") == 1
        )


class TestFieldVisits:
    def test_counted_by_person_and_kind_and_said_to_be_no_score(self, office):
        for kind in ("cell", "cell", "field"):
            field_visits.enter_field_visit(
                office.actor("an"), happened_on=DAY, kind=kind, place="Tổ 3", result="Nước sạch"
            )
        text, _ = page(office, "head", reverse("field_visit_list") + FOURTH)
        row = text.split("Lê Văn An")[1].split("</tr>")[0]
        assert [
            int(part.split("<")[0])
            for part in row.split('tổ dân phố, thôn">')[1:]
            + row.split('cộng đồng dân cư">')[1:]
            + row.split('địa bàn">')[1:]
        ] == [2, 0, 1]
        assert "không tính vào điểm theo Nghị định 335/2025" in text
        text, _ = page(office, "head", reverse("field_visit_list") + "?period=quarter-2026-3")
        assert "Nước sạch" not in text

    def test_a_head_reads_those_of_one_person_a_colleague_does_not(self, office):
        field_visits.enter_field_visit(
            office.actor("an"),
            happened_on=DAY,
            kind="cell",
            place="Tổ 3",
            result="Dân hỏi về nước sạch",
        )
        address = reverse("field_visit_list") + FOURTH + f"&person={office.people['an'].pk}"
        assert "Dân hỏi về nước sạch" in page(office, "head", address)[0]
        assert "Dân hỏi về nước sạch" not in page(office, "binh", address)[0]
        assert "Lê Văn An" not in page(office, "binh", address)[0]

    def test_entered_and_taken_back_in_the_browser(self, office):
        client = signed_in(office.accounts["an"])
        said = {
            "happened_on": "2026-10-15",
            "kind": "community",
            "place": "Tổ 3",
            "result": "Dọn kênh",
        }
        assert client.post(reverse("field_visit_new"), said).status_code == 302
        assert (
            client.post(reverse("field_visit_drop", args=[FieldVisit.objects.get().pk])).status_code
            == 302
        )
        assert FieldVisit.objects.get().dropped_at
        assert (
            "không thể ở sau hôm nay"
            in client.post(
                reverse("field_visit_new"), said | {"happened_on": "2026-12-01"}
            ).content.decode()
        )


class TestHardTasks:
    def test_opened_given_to_somebody_solved(self, office):
        client = signed_in(office.accounts["head"])
        said = {
            "unit": office.unit.pk,
            "name": "Đất chợ cũ",
            "difficulty": "Từ 2009",
            "due_on": "2026-11-20",
            "responsible": "",
            "task": "",
        }
        assert client.post(reverse("hard_new"), said).status_code == 302
        found = HardTask.objects.get()
        assert "chưa có ai" in page(office, "head", reverse("hard_list"))[0]
        client.post(
            reverse("hard_edit", args=[found.pk]),
            {"responsible": office.people["binh"].pk, "due_on": "2026-11-20"},
        )
        answer = client.post(
            reverse("hard_end", args=[found.pk]), {"how": "solved", "outcome": "Ba bên ký"}
        )
        assert answer.status_code == 302
        found.refresh_from_db()
        assert (found.state, found.solved_by) == ("solved", office.people["binh"])

    def test_a_stranger_is_no_choice(self, office):
        client = signed_in(office.accounts["head"])
        text = client.get(reverse("hard_new")).content.decode()
        assert "Trần Thị Bình" in text and not [
            p for p in office.world.other_people.values() if p.full_name in text
        ]
        said = {
            "unit": office.unit.pk,
            "name": "x",
            "difficulty": "y",
            "due_on": "2026-11-20",
            "responsible": office.world.other_people["ubnd"].pk,
        }
        assert (
            client.post(reverse("hard_new"), said).status_code == 200
            and not HardTask.objects.exists()
        )

    def test_staff_see_no_buttons(self, office):
        hard_tasks.open_hard_task(
            office.actor("head"),
            unit_id=office.unit.pk,
            name="Chợ",
            difficulty="x",
            due_on=date(2026, 11, 20),
        )
        text, _ = page(office, "an", reverse("hard_list"))
        assert "Chợ" in text and "/end/" not in text and "/new/" not in text


class TestOpinions:
    def test_asked_answered_decided_with_the_time_it_took(self, office):
        asker, asked = (signed_in(office.accounts[name]) for name in ("an", "binh"))
        assert (
            asker.post(
                reverse("opinion_new"),
                {"to": f"p{office.people['binh'].pk}", "question": "Có được xét?"},
            ).status_code
            == 302
        )
        found = OpinionRequest.objects.get()
        assert (
            "/answer/" in page(office, "binh", reverse("opinion_list"))[0]
            and "/answer/" not in page(office, "an", reverse("opinion_list"))[0]
        )
        assert (
            asked.post(reverse("opinion_answer", args=[found.pk]), {"answer": "Được"}).status_code
            == 302
        )
        assert (
            asker.post(reverse("opinion_decide", args=[found.pk]), {"decision": "Xét"}).status_code
            == 302
        )
        text, _ = page(office, "head", reverse("opinion_list"))
        assert (
            "sau 0 giờ" in text
            and "đã quyết định" in text
            and "trả lời bình quân sau 0 giờ" in text
        )

    @pytest.mark.parametrize("to", ["", "x1", "p0", "u987654", "p"])
    def test_a_strange_addressee_is_no_choice(self, office, to):
        answer = signed_in(office.accounts["an"]).post(
            reverse("opinion_new"), {"to": to, "question": "?"}
        )
        assert answer.status_code == 200 and not OpinionRequest.objects.exists()

    def test_who_asks_is_not_offered_oneself(self, office):
        text = signed_in(office.accounts["an"]).get(reverse("opinion_new")).content.decode()
        assert (
            f'value="p{office.people["an"].pk}"' not in text
            and f'value="p{office.people["binh"].pk}"' in text
        )

    def test_what_was_asked_elsewhere_is_not_there(self, office):
        made = opinions.ask_opinion(
            office.actor("leader"), question="x", unit_id=office.world.units["mặt trận"].pk
        )
        client = signed_in(office.accounts["an"])
        assert [
            client.get(reverse(route, args=[made.pk])).status_code
            for route in ("opinion_answer", "opinion_decide")
        ] == [404, 404]


def test_shares_are_exact(office):
    office.assign("an", "vb", 3, done=3)
    Work.objects.update(done=Decimal("2.5"))
    office.assign("an", "vb", 1, done=1, mode="directed")
    assert "71,43 %" in page(office, "an", reverse("work_log") + OCTOBER)[0]
