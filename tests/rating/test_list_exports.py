"""Lists taken along as Excel, opened again: the figures of the page, numbers as numbers, days as
days, in scope, at one cost.
"""

import io
from datetime import date, datetime, timedelta
from decimal import Decimal

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.worlds import account_with, signed_in

from thenchot.organisation.services import create_unit
from thenchot.people.models import Person
from thenchot.people.services import appoint, create_person
from thenchot.platform.audit.models import Event, Read
from thenchot.platform.clock import now
from thenchot.platform.scope.actor import SYSTEM
from thenchot.rating.models import OrganisationDecision, QuarterRating, ReplacementReview
from thenchot.rating.rounds.services import opening as rounds
from thenchot.scoring.counting import count_standing
from thenchot.worklog.models import Assessment, Fault, FieldVisit, HardTask, OpinionRequest, Work
from thenchot.worklog.services import field_visits, opinions
from thenchot.worklog.services.opening import open_assessments

pytestmark = pytest.mark.django_db
DAY, DUE = date(2026, 10, 15), date(2026, 10, 20)
OCTOBER, SEPTEMBER, THIRD, FOURTH = (
    "?period=" + key
    for key in ("month-2026-10", "month-2026-9", "quarter-2026-3", "quarter-2026-4")
)
MOST = 16


def book(account, address):
    answer = signed_in(account).get(address)
    assert answer.status_code == 200, answer.content[:300]
    return openpyxl.load_workbook(io.BytesIO(answer.content))


def tab(account, address) -> list[dict]:
    rows = book(account, address).worksheets[0].iter_rows(values_only=True)
    head, *rows = [list(row) for row in rows]
    return [dict(zip(head, row, strict=True)) for row in rows]


def day(value) -> datetime:
    return datetime(value.year, value.month, value.day)


@pytest.fixture
def stranger(office):
    return account_with("leader", office.world.other_ward)


def party_assessment(office, name="an", quarter=3):
    seat = office.people[name].appointments.get()
    first = date(2026, 3 * quarter - 2, 1)
    return Assessment.objects.create(
        person=office.people[name],
        unit=seat.unit,
        home=office.world.ward,
        rules="qd366",
        kind="staff",
        title=seat.title,
        period="quarter",
        year=2026,
        number=quarter,
        starts_on=first,
        ends_on=date(2026, 9, 30),
        state="closed",
        closed_at=now(),
        total=Decimal("81.5"),
        band="good",
    )


class TestLoad:
    def test_the_figures_of_the_page_as_numbers(self, office):
        office.assign("an", "vb", 4, done=2, due=DUE)
        office.assign("an", "bc", 2, done=2, done_on=date(2026, 10, 22), due=DUE, mode="directed")
        Fault.objects.create(work=Work.objects.latest("pk"), kind="delay")
        address = reverse("work_log_file", args=["xlsx"]) + OCTOBER
        an = next(
            row
            for row in tab(office.accounts["leader"], address)
            if row["Họ và tên"] == "Lê Văn An"
        )
        assert an == {
            "Họ và tên": "Lê Văn An",
            "Đơn vị": office.unit.name,
            "Được giao": 6,
            "Xong": 4,
            "Xong chậm": 1,
            "Quá hạn chưa xong": 2,
            "Trực tiếp làm (%)": 50,
        }
        weeks = {
            row["Tuần từ"]: row["Xong"]
            for row in tab(
                office.accounts["leader"],
                reverse("work_weeks_file", args=["xlsx"]) + OCTOBER,
            )
        }
        assert (weeks[day(date(2026, 10, 12))], weeks[day(date(2026, 10, 19))], len(weeks)) == (
            2,
            2,
            5,
        )

    def test_who_was_read_is_logged(self, office):
        tab(office.accounts["leader"], reverse("work_log_file", args=["xlsx"]) + OCTOBER)
        read = Read.objects.filter(page="work_log_file", subject_type="people.person")
        assert set(read.values_list("subject_id", flat=True)) >= {
            str(office.people[name].pk) for name in ("head", "an", "binh")
        }


class TestWithoutProduct:
    def test_page_and_sheet_name_the_same_people(self, office):
        office.assign("an", "vb", 2, done=1)
        office.assign("binh", "vb", 2)
        count_standing()
        Assessment.objects.filter(person=office.people["head"]).update(not_scored="Nghỉ thai sản")
        text = (
            signed_in(office.accounts["head"])
            .get(reverse("no_product_list") + OCTOBER)
            .content.decode()
        )
        assert "Trần Thị Bình" in text and "Lê Văn An" not in text and "Vũ Thị Ước" not in text
        rows = {
            row["Họ và tên"]: row
            for row in tab(
                office.accounts["leader"], reverse("no_product_list_file", args=["xlsx"]) + OCTOBER
            )
        }
        assert {"Lê Văn An", "Vũ Thị Ước"}.isdisjoint(rows)
        binh = rows["Trần Thị Bình"]
        assert (
            binh["Được giao (quy đổi)"],
            binh["Hoàn thành (quy đổi)"],
            binh["Kỳ"],
            binh["Trạng thái"],
        ) == (2, 0, "tháng 10/2026", "đang ghi")

    def test_nobody_before_the_first_count(self, office):
        assert (
            tab(office.accounts["leader"], reverse("no_product_list_file", args=["xlsx"]) + OCTOBER)
            == []
        )


class TestOpinions:
    def test_answers_with_the_hours_they_took(self, office):
        asked = opinions.ask_opinion(
            office.actor("an"),
            question="Hộ chị Tư có thuộc diện?",
            person_id=office.people["binh"].pk,
        )
        opinions.answer_opinion(
            office.actor("binh"), request_id=asked.pk, answer="Có, theo khoản 2"
        )
        OpinionRequest.objects.filter(pk=asked.pk).update(
            sent_at=OpinionRequest.objects.get().answered_at - timedelta(hours=5)
        )
        opinions.ask_opinion(office.actor("an"), question="Việc khác", unit_id=office.unit.pk)
        rows = {
            row["Xin ý kiến về"]: row
            for row in tab(office.accounts["leader"], reverse("opinion_list_file", args=["xlsx"]))
        }
        first = rows["Hộ chị Tư có thuộc diện?"]
        assert (
            first["Trả lời sau (giờ)"],
            first["Ý kiến trả lời"],
            first["Người được hỏi"],
            first["Tình trạng"],
        ) == (5, "Có, theo khoản 2", "Trần Thị Bình", "đã trả lời")
        assert isinstance(first["Hạn trả lời"], datetime)
        assert (rows["Việc khác"]["Người được hỏi"], rows["Việc khác"]["Trả lời sau (giờ)"]) == (
            None,
            None,
        )


class TestFieldVisits:
    def test_counts_of_everybody_and_every_entry(self, office):
        for kind in ("cell", "cell", "field"):
            field_visits.enter_field_visit(
                office.actor("an"),
                happened_on=DAY,
                kind=kind,
                place="Tổ 3",
                result="Nước sạch",
                evidence="Biên bản",
            )
        address = reverse("field_visit_list_file", args=["xlsx"]) + FOURTH
        rows = {
            row["Họ và tên"]: list(row.values())[2:]
            for row in tab(office.accounts["leader"], address)
        }
        assert (rows["Lê Văn An"], rows["Trần Thị Bình"]) == ([2, 0, 1, 3], [0, 0, 0, 0])
        each = reverse("field_visit_entries_file", args=["xlsx"])
        entries = tab(office.accounts["leader"], each + FOURTH)
        assert len(entries) == 3 and (
            entries[0]["Ngày"],
            entries[0]["Nơi đến"],
            entries[0]["Minh chứng"],
        ) == (day(DAY), "Tổ 3", "Biên bản")
        assert tab(office.accounts["leader"], each + THIRD) == []


class TestMirror:
    def test_raters_of_the_page_with_their_flags(self, office):
        for rater, totals in (
            (office.accounts["head"], (95,) * 6),
            (account_with("head", office.world.units["mặt trận"]), (60, 70, 75, 80, 90)),
        ):
            for number, total in enumerate(totals):
                person = Person.objects.create(
                    full_name=f"Người {rater.pk} {number}",
                    folded="x",
                    sort_key="x",
                    registered_in=office.unit,
                )
                Assessment.objects.create(
                    person=person,
                    unit=office.unit,
                    home=office.world.ward,
                    rules="nd335",
                    kind="staff",
                    period="month",
                    year=2026,
                    number=9,
                    starts_on=date(2026, 9, 1),
                    ends_on=date(2026, 9, 30),
                    state="closed",
                    closed_at=now() - timedelta(days=30),
                    closed_by=rater,
                    total=total,
                    band="good",
                )
        rows = {
            row["Người chấm"]: row
            for row in tab(
                office.accounts["leader"], reverse("rater_comparison_export") + SEPTEMBER
            )
        }
        head = rows[office.accounts["head"].name]
        assert (
            head["Số người"],
            head["Bình quân"],
            head["Bình quân của người khác"],
            head["Đáng chú ý"],
        ) == (6, 95, 75, "điểm gần như bằng nhau; cao hơn hẳn các nơi khác")
        assert len(rows) == 2

    def test_many_raters_cost_what_one_costs(self, office):
        client, costs = signed_in(office.accounts["leader"]), []
        for more in (1, 8):
            for rater in [account_with("head", office.unit) for _ in range(more)]:
                for number in range(6):
                    person = Person.objects.create(
                        full_name=f"Người {rater.pk} {number}",
                        folded="x",
                        sort_key="x",
                        registered_in=office.unit,
                    )
                    Assessment.objects.create(
                        person=person,
                        unit=office.unit,
                        home=office.world.ward,
                        rules="nd335",
                        kind="staff",
                        period="month",
                        year=2026,
                        number=9,
                        starts_on=date(2026, 9, 1),
                        ends_on=date(2026, 9, 30),
                        state="closed",
                        closed_at=now() - timedelta(days=30),
                        closed_by=rater,
                        total=80,
                        band="good",
                    )
            client.get(reverse("rater_comparison_export") + SEPTEMBER)
            with CaptureQueriesContext(connection) as queries:
                answer = client.get(reverse("rater_comparison_export") + SEPTEMBER)
            costs.append(
                (openpyxl.load_workbook(io.BytesIO(answer.content)).active.max_row, len(queries))
            )
        assert costs[1][0] == costs[0][0] + 8 and costs[1][1] <= costs[0][1] <= MOST, costs


class TestQuarterAndReplacement:
    def test_the_decision_that_stands_beside_the_points(self, office):
        assessment = party_assessment(office)
        QuarterRating.objects.create(
            assessment=assessment,
            proposed="good",
            level="good",
            basis="TB 1",
            decided_at=now(),
            replaced_at=now(),
        )
        QuarterRating.objects.create(
            assessment=assessment,
            proposed="good",
            level="completed",
            basis="TB 2",
            note="Kiểm tra lại",
            decided_at=now(),
        )
        party_assessment(office, "binh")
        first, second = tab(
            office.accounts["leader"], reverse("quarter_list_file", args=["xlsx"]) + THIRD
        )
        assert (
            first["Tổng điểm"],
            first["Máy đề xuất"],
            first["Mức được quyết định"],
            first["Thông báo, kết luận"],
        ) == (81.5, "Hoàn thành tốt", "Hoàn thành", "TB 2")
        assert second["Họ và tên"] == "Trần Thị Bình" and second["Mức được quyết định"] is None
        assert (
            tab(office.accounts["leader"], reverse("quarter_list_file", args=["xlsx"]) + FOURTH)
            == []
        )
        assert Read.objects.filter(
            page="quarter_list_file", subject_id=str(office.people["an"].pk)
        ).exists()

    def test_proposals_and_who_is_only_shown(self, office):
        said = {
            "quarters": ["2026-Q1", "2026-Q2"],
            "gaps": [],
            "first": "2026-Q1",
            "opened_on": DAY,
        }
        ReplacementReview.objects.create(
            person=office.people["an"], unit=office.unit, title="Chuyên viên", **said
        )
        Assessment.objects.filter(person=office.people["binh"]).update(
            number=9,
            starts_on=date(2026, 9, 1),
            ends_on=date(2026, 9, 30),
            state="closed",
            closed_at=now(),
            total=40,
            band="failed",
        )
        address = reverse("replacement_list_file", args=["xlsx"])
        (one,) = tab(office.accounts["leader"], address)
        assert (
            one["Họ và tên"],
            one["Các quý không hoàn thành"],
            one["Ngày đề xuất"],
            one["Xem xét"],
        ) == ("Lê Văn An", "2026-Q1, 2026-Q2", day(DAY), "chờ cấp có thẩm quyền xem xét")
        by_decree = reverse("failed_quarter_list_file", args=["xlsx"])
        (shown,) = tab(office.accounts["leader"], by_decree)
        assert (shown["Họ và tên"], shown["Quý"], shown["Bình quân"]) == (
            "Trần Thị Bình",
            "quý III/2026",
            40,
        )


class TestBodies:
    def test_points_levels_and_decision_of_each(self, office):
        officer = office.world.actor("officer", office.world.ward)
        found = rounds.open_round(
            officer, unit_id=office.world.ward.pk, year=2026, subject="organisations"
        )
        body = found.bodies.get(unit=office.unit)
        found.bodies.filter(pk=body.pk).update(
            total=Decimal("82.5"), done=Decimal("96"), level="good", band="good", status="rated"
        )
        OrganisationDecision.objects.create(
            body=body, level="good", proposed="good", number="9/QĐ", decided_on=DAY
        )
        account = office.accounts["leader"]
        rows = {
            row["Cơ quan, đơn vị"]: row
            for row in tab(account, reverse("round_organisations_file", args=[found.pk, "xlsx"]))
        }
        one = rows[office.unit.name]
        assert (
            one["Tổng điểm"],
            one["Hoàn thành (%)"],
            one["Quyết định"],
            one["Số quyết định"],
            one["Ngày quyết định"],
        ) == (82.5, 96, "Hoàn thành tốt", "9/QĐ", day(DAY))
        assert len(rows) == found.bodies.count()
        assert Event.objects.filter(name="year_exported").count() == 1
        persons = rounds.open_round(officer, unit_id=office.world.ward.pk, year=2026)
        assert (
            signed_in(account)
            .get(reverse("round_organisations_file", args=[persons.pk, "xlsx"]))
            .status_code
            == 404
        )

    def test_many_organisations_cost_what_few_cost(self, office):
        officer, ward, costs = (
            office.world.actor("officer", office.world.ward),
            office.world.ward,
            [],
        )
        found = rounds.open_round(officer, unit_id=ward.pk, year=2026, subject="organisations")
        client = signed_in(office.accounts["leader"])
        for more in (1, 12):
            for number in range(found.bodies.count(), found.bodies.count() + more):
                create_unit(
                    SYSTEM,
                    parent_id=ward.pk,
                    name=f"Phòng {number}",
                    kind="division",
                    bloc="government",
                    valid_from=ward.valid_from,
                )
            rounds.enrol(officer, round_id=found.pk)
            client.get(reverse("round_organisations_file", args=[found.pk, "xlsx"]))
            with CaptureQueriesContext(connection) as queries:
                client.get(reverse("round_organisations_file", args=[found.pk, "xlsx"]))
            costs.append((found.bodies.count(), len(queries)))
        assert costs[1][0] == costs[0][0] + 12 and costs[1][1] <= costs[0][1] <= 2 * MOST, costs


ROUTES = (
    "work_log_file",
    "no_product_list_file",
    "hard_list_file",
    "opinion_list_file",
    "field_visit_list_file",
    "field_visit_entries_file",
    "replacement_list_file",
    "quarter_list_file",
)


def crowd(office, count):
    """So many more people of the unit with something on every list."""
    officer, unit, begin = (
        office.world.actor("officer", office.world.ward),
        office.unit,
        Person.objects.count(),
    )
    made = [
        create_person(SYSTEM, full_name=f"Lê Thị Thêm {n}", unit_id=unit.pk)
        for n in range(begin, begin + count)
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
        Work.objects.create(
            assessment=assessment,
            source="t",
            source_id="1",
            name="Việc",
            factor=1,
            assigned=2,
            due_on=DAY,
        )
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
        ReplacementReview.objects.create(
            person=person,
            unit=unit,
            quarters=["2026-Q1", "2026-Q2"],
            first="2026-Q1",
            opened_on=DAY,
        )
        office.people[person.pk] = person
        party_assessment(office, person.pk, quarter=3)
    count_standing()


@pytest.mark.parametrize("route", ROUTES)
class TestEveryList:
    def address(self, route):
        keys = {"form": "xlsx"} if route.endswith("_file") else {}
        return reverse(route, kwargs=keys) + (
            THIRD
            if route == "quarter_list_file"
            else FOURTH
            if route.startswith("field_visit")
            else OCTOBER
        )

    def test_many_rows_cost_what_one_costs(self, office, route):
        client, counts, sizes = signed_in(office.accounts["leader"]), [], []
        for more in (1, 25):
            crowd(office, more)
            client.get(self.address(route))
            with CaptureQueriesContext(connection) as queries:
                answer = client.get(self.address(route))
            counts.append(len(queries))
            sizes.append(openpyxl.load_workbook(io.BytesIO(answer.content)).active.max_row)
        assert sizes[1] >= sizes[0] + 25 and counts[1] <= counts[0] <= MOST, (counts, sizes)

    def test_a_stranger_takes_an_empty_list_and_staff_none(self, office, stranger, route):
        crowd(office, 1)
        assert "Lê Thị Thêm" in " ".join(
            str(row) for row in tab(office.accounts["leader"], self.address(route))
        )
        seen = " ".join(
            str(value) for row in tab(stranger, self.address(route)) for value in row.values()
        )
        assert "Lê Thị Thêm" not in seen and "Lê Văn An" not in seen
        assert signed_in(office.accounts["an"]).get(self.address(route)).status_code == 403
        assert signed_in(office.accounts["head"]).get(self.address(route)).status_code == 403
