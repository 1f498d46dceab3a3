"""Daily work on paper, opened again: the own plan, the count of a unit, people without product,
hard tasks.
"""

import io
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from docx import Document
from tests.worlds import account_with, signed_in

from thenchot.kernel.periods import Month
from thenchot.people.services import appoint, create_person
from thenchot.platform.audit.models import Read
from thenchot.platform.scope.actor import SYSTEM
from thenchot.scoring.counting import count_standing
from thenchot.worklog.exports import local_day
from thenchot.worklog.models import Assessment, Fault, HardTask, WeekCount, Work
from thenchot.worklog.queries.counts import period_count, week_count
from thenchot.worklog.services import planning, weeks
from thenchot.worklog.services.opening import open_assessments

pytestmark = pytest.mark.django_db
DAY, DUE = date(2026, 10, 15), date(2026, 10, 20)
OCTOBER = "?period=month-2026-10"
MOST = 16


def paper(account, address):
    answer = signed_in(account).get(address)
    assert answer.status_code == 200, answer.content[:300]
    return Document(io.BytesIO(answer.content))


def lines(document) -> str:
    return "\n".join(paragraph.text for paragraph in document.paragraphs)


def grids(document) -> list[list[list[str]]]:
    """Tables with a header row that repeats on each page; heads and signatures have none."""
    made = [
        [[cell.text for cell in row.cells] for row in table.rows]
        for table in document.tables
        if table._tbl.xpath(".//w:tblHeader")
    ]
    assert all(len(grid) > 1 for grid in made)
    return made


def signatures(document) -> str:
    return "\n".join(cell.text for cell in document.tables[-1].rows[0].cells)


def counted(office):
    """Six given: two done in time, two late, one of these last week of the month; one returned; one
    more added.
    """
    office.assign("an", "vb", 3, done=2, due=DUE, done_on=date(2026, 10, 16))
    late = office.assign(
        "an", "bc", 2, done=2, due=DUE, done_on=date(2026, 10, 29), mode="directed"
    )
    for piece in (1, 2):
        Fault.objects.create(work=late, piece=piece, kind="delay")
    office.assign("an", "da", 1, returned=1, due=date(2026, 10, 30))
    office.assign("an", "vb", 0, added=1, done_on=date(2026, 10, 30))


class TestPlan:
    def proposed(self, office):
        assessment = office.assessment("an")

        def say(**more):
            return planning.propose_line(
                office.actor("an"), assessment_id=assessment.pk, due_on=DUE, **more
            )

        say(name="Rà soát hộ nghèo tổ 3", output="Danh sách", quantity=2)
        other = say(name="Dọn kho", output="Biên bản", is_key=False)
        planning.accept_line(
            office.actor("head"), line_id=assessment.plan.exclude(pk=other.pk).get().pk
        )
        planning.refuse_line(office.actor("head"), line_id=other.pk, reason="Đã giao người khác")
        say(name="Rút lại", output="x")
        planning.withdraw_line(
            office.actor("an"), line_id=assessment.plan.order_by("-pk").first().pk
        )
        return reverse("plan_print", args=[assessment.pk])

    def test_key_tasks_first_with_time_and_output(self, office):
        document = paper(office.accounts["an"], self.proposed(office))
        key, other = grids(document)
        assert key[1] == ["1", "Rà soát hộ nghèo tổ 3", "Danh sách", "2", "20/10/2026", "đã giao"]
        assert other[1][1:] == [
            "Dọn kho",
            "Biên bản",
            "1",
            "20/10/2026",
            "không giao: Đã giao người khác",
        ]
        assert (
            "KẾ HOẠCH CÔNG TÁC CÁ NHÂN" in lines(document)
            and "Tháng 10/2026" in lines(document)
            and "Lê Văn An" in lines(document)
        )
        assert "Lê Văn An" in signatures(document) and office.accounts["head"].name in signatures(
            document
        )

    def test_nobody_signs_for_a_head_who_answered_nothing(self, office):
        planning.propose_line(
            office.actor("an"),
            assessment_id=office.assessment("an").pk,
            name="Việc",
            output="x",
            due_on=DUE,
        )
        told = signatures(
            paper(office.accounts["an"], reverse("plan_print", args=[office.assessment("an").pk]))
        )
        assert "Lê Văn An" in told and "Người giao việc" not in told

    def test_the_head_reads_it_and_that_is_logged_a_colleague_does_not(self, office):
        address = self.proposed(office)
        assert signed_in(office.accounts["binh"]).get(address).status_code == 404
        assert (
            signed_in(account_with("leader", office.world.other_ward)).get(address).status_code
            == 404
        )
        paper(office.accounts["an"], address)
        assert not Read.objects.filter(page="plan_print").exists()
        paper(office.accounts["head"], address)
        assert Read.objects.filter(
            page="plan_print", subject_id=str(office.people["an"].pk)
        ).exists()


class TestCountOfAUnit:
    def row(self, document, name):
        (grid,) = grids(document)
        return next(row for row in grid if name in row[1])[2:]

    def test_a_month(self, office):
        counted(office)
        document = paper(
            office.accounts["head"], reverse("unit_count_print", args=[office.unit.pk]) + OCTOBER
        )
        # given 3 + 2 + 1; done 2 + 2 + 1 added, 2 of them late; 1 overdue; direct 3 of 5; 2·1 +
        # 2·1.5 + 1·1 products
        assert self.row(document, "Lê Văn An") == ["6", "3", "2", "1", "1", "1", "60,00%", "6"]
        assert self.row(document, "Trần Thị Bình") == ["0", "0", "0", "0", "0", "0", "–", "0"]
        assert self.row(document, "Cộng") == self.row(document, "Lê Văn An")
        assert "Tháng 10/2026" in lines(document) and "Vũ Thị Ước" in signatures(document)
        quarter = paper(
            office.accounts["head"],
            reverse("unit_count_print", args=[office.unit.pk]) + "?period=quarter-2026-4",
        )
        assert "Quý IV/2026" in lines(quarter) and self.row(quarter, "Lê Văn An") == self.row(
            document, "Lê Văn An"
        )

    def test_a_week_counts_what_was_finished_and_due_in_it(self, office):
        counted(office)
        address = reverse("unit_count_print", args=[office.unit.pk]) + "?monday="
        document = paper(office.accounts["head"], address + "2026-10-14")  # any day of the week
        assert self.row(document, "Lê Văn An") == ["0", "2", "0", "0", "0", "0", "100,00%", "2"]
        assert "Tuần từ 12/10/2026 đến 18/10/2026" in lines(document)
        assert self.row(paper(office.accounts["head"], address + "2026-10-19"), "Lê Văn An") == [
            "5",
            "0",
            "0",
            "1",
            "0",
            "0",
            "–",
            "0",
        ]
        last = self.row(paper(office.accounts["head"], address + "2026-10-26"), "Lê Văn An")
        assert last == ["1", "1", "2", "1", "1", "1", "33,33%", "4"]

    def test_a_week_that_crosses_two_months_is_whole(self, office):
        office.assign("an", "vb", 1, done=1, done_on=date(2026, 10, 31))
        open_assessments(office.actor("leader"), unit_id=office.world.ward.pk, on=date(2026, 11, 2))
        november = Assessment.objects.get(person=office.people["an"], number=11)
        Work.objects.create(
            assessment=november,
            source="t",
            source_id="1",
            name="Việc",
            factor=1,
            assigned=2,
            done=2,
            done_on=date(2026, 11, 1),
        )
        found = week_count(
            office.actor("head"), office.unit.pk, date(2026, 10, 26), date(2026, 11, 2)
        )
        an = [
            one for assessment, one in found.rows if assessment.person_id == office.people["an"].pk
        ]
        assert [one.finished for one in an] == [3]

    def test_the_confirmed_count_is_told(self, office):
        office.assign("an", "vb", 1, done=1, done_on=date(2026, 10, 16))
        weeks.confirm_week(
            office.actor("head"), unit_id=office.unit.pk, starts_on=date(2026, 10, 12)
        )
        document = paper(
            office.accounts["leader"],
            reverse("unit_count_print", args=[office.unit.pk]) + "?monday=2026-10-12",
        )
        day = local_day(WeekCount.objects.get().confirmed_at)
        assert f"Đã xác nhận ngày {day:%d/%m/%Y}: 1 việc xong." in lines(document)
        assert office.accounts["head"].name in signatures(document) and office.accounts[
            "leader"
        ].name in signatures(document)

    @pytest.mark.parametrize(
        "query", ["?monday=2026-13-40", "?monday=abc", "?period=month-2026-99", ""]
    )
    def test_what_is_no_day_is_no_error(self, office, query):
        paper(office.accounts["head"], reverse("unit_count_print", args=[office.unit.pk]) + query)

    def test_a_stranger_finds_nothing_and_staff_may_not(self, office):
        address = reverse("unit_count_print", args=[office.unit.pk])
        assert (
            signed_in(account_with("leader", office.world.other_ward)).get(address).status_code
            == 404
        )
        assert signed_in(office.accounts["an"]).get(address).status_code == 403

    def test_many_cost_what_one_costs(self, office):
        costs = []
        for more in (1, 25):
            crowd(office, more)
            for count in (
                lambda: period_count(office.actor("head"), office.unit.pk, Month(2026, 10), DUE),
                lambda: week_count(office.actor("head"), office.unit.pk, date(2026, 10, 12), DUE),
            ):
                with CaptureQueriesContext(connection) as queries:
                    rows = count().rows
                costs.append((len(rows), len(queries)))
        assert costs[2][0] == costs[0][0] + 25
        assert costs[2][1] == costs[0][1] <= MOST and costs[3][1] == costs[1][1] <= MOST


def crowd(office, count):
    officer, unit, begin = (
        office.world.actor("officer", office.world.ward),
        office.unit,
        Assessment.objects.count(),
    )
    for number in range(begin, begin + count):
        person = create_person(SYSTEM, full_name=f"Lê Thị Thêm {number}", unit_id=unit.pk)
        appoint(
            officer,
            person_id=person.pk,
            unit_id=unit.pk,
            title="Chuyên viên",
            valid_from=unit.valid_from,
            staff_kind="civil_servant",
        )
        HardTask.objects.create(
            unit=unit,
            name=f"Chợ {number}",
            difficulty="Khó",
            responsible=person,
            due_on=DUE,
            opened_on=DAY,
        )
    open_assessments(office.actor("leader"), unit_id=office.world.ward.pk, on=DAY)
    for assessment in Assessment.objects.filter(person__full_name__startswith="Lê Thị Thêm"):
        Work.objects.get_or_create(
            assessment=assessment,
            source="t",
            source_id="1",
            defaults={"name": "Việc", "factor": 1, "assigned": 2, "due_on": DAY},
        )
    count_standing()


class TestLists:
    def test_people_without_product(self, office):
        office.assign("an", "vb", 2, done=1)
        office.assign("binh", "vb", 2)
        count_standing()
        document = paper(
            office.accounts["head"], reverse("no_product_list_file", args=["docx"]) + OCTOBER
        )
        names = {row[1]: row for row in grids(document)[0][1:]}
        assert "Lê Văn An" not in names and names["Trần Thị Bình"][5:] == [
            "tháng 10/2026",
            "2",
            "đang ghi",
        ]
        assert office.accounts["head"].name in signatures(document)
        assert Read.objects.filter(
            page="no_product_list_file", subject_id=str(office.people["binh"].pk)
        ).exists()

    @pytest.mark.parametrize("route", ["no_product_list_file", "hard_list_file"])
    def test_a_stranger_reads_nothing_of_it(self, office, route):
        crowd(office, 1)
        assert "Lê Thị Thêm" in str(
            grids(paper(office.accounts["head"], reverse(route, args=["docx"]) + OCTOBER))
        )
        stranger = paper(
            account_with("leader", office.world.other_ward), reverse(route, args=["docx"]) + OCTOBER
        )
        assert "Lê Thị Thêm" not in str(grids(stranger))

    @pytest.mark.parametrize("route", ["no_product_list_file", "hard_list_file"])
    def test_many_rows_cost_what_one_costs(self, office, route):
        client, costs = signed_in(office.accounts["head"]), []
        for more in (1, 25):
            crowd(office, more)
            client.get(reverse(route, args=["docx"]) + OCTOBER)
            with CaptureQueriesContext(connection) as queries:
                client.get(reverse(route, args=["docx"]) + OCTOBER)
            costs.append(len(queries))
        assert costs[1] <= costs[0] <= MOST, costs
