"""The pages of a month: what they cost, what they say, what a keyboard does with them."""

import re
from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.worlds import signed_in

from thenchot.people.services import appoint, create_person
from thenchot.platform.audit.models import Read
from thenchot.platform.clock import now
from thenchot.platform.scope.actor import SYSTEM
from thenchot.scoring.counting import count_standing
from thenchot.scoring.evaluation import policy_of
from thenchot.scoring.forms import field_of
from thenchot.scoring.services import self_reporting
from thenchot.worklog.models import Assessment, Fault, WeekCount, Work
from thenchot.worklog.services.opening import open_assessments

DAY = date(2026, 10, 15)
MOST = 12  # queries of the head's month, whatever the number of people


def crowd(office, count: int) -> None:
    """So many more people in the unit; everybody of it has a late piece of work with a fault."""
    unit, officer = office.unit, office.world.actor("officer", office.world.ward)
    for number in range(count):
        person = create_person(SYSTEM, full_name=f"Lê Thị Thêm {number}", unit_id=unit.pk)
        appoint(
            officer,
            person_id=person.pk,
            unit_id=unit.pk,
            title="Chuyên viên",
            valid_from=unit.valid_from,
            staff_kind="civil_servant",
        )
    open_assessments(office.actor("leader"), unit_id=office.world.ward.pk, on=DAY)
    one = office.products["vb"]
    for assessment in Assessment.objects.filter(unit=unit, rules="nd335", works__isnull=True):
        work = Work.objects.create(
            assessment=assessment,
            source="t",
            source_id="1",
            product=one,
            code=one.code,
            name=one.name,
            factor=1,
            assigned=2,
            done=1,
            due_on=date(2026, 10, 1),
            done_on=DAY,
        )
        Fault.objects.create(work=work, kind="delay")


def page(account, url):
    client = signed_in(account)
    client.get(url)
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(url)
    assert answer.status_code == 200
    return answer.content.decode(), len(queries)


class TestHeadsMonth:
    def url(self, office):
        return reverse("unit_month", args=[office.unit.pk]) + "?period=month-2026-10"

    def test_twenty_people_cost_what_three_cost(self, office):
        crowd(office, 0)
        _, few = page(office.accounts["head"], self.url(office))
        crowd(office, 18)
        text, many = page(office.accounts["head"], self.url(office))
        assert text.count("Lê Thị Thêm") == 18
        assert many <= few <= MOST

    def test_only_exceptions_ask_for_a_decision(self, office):
        office.assign("an", "vb", 2, due=date(2026, 10, 10))
        self_reporting.add_work(
            office.actor("an"),
            assessment_id=office.assessment("an").pk,
            name="Việc lạ",
            done_on=DAY,
        )
        text, _ = page(office.accounts["head"], self.url(office))
        assert "1 chưa quy đổi" in text and "1 phát sinh" in text and "1 quá hạn chưa xong" in text

    def test_a_month_in_four_presses(self, office):
        """Accept what the people said, close: nothing else when nothing is out of the ordinary."""
        for name in ("an", "binh"):
            office.assign(name, "vb", 1, done=1)
            office.rate(name)
        client = signed_in(office.accounts["head"])
        for action in ("accept", "close"):
            answer = client.post(
                reverse("unit_month_do", args=[office.unit.pk, action]), {"period": "month-2026-10"}
            )
            assert answer.status_code == 302
        assert {office.assessment(name).total for name in ("an", "binh")} == {Decimal(100)}

    def test_before_closing_the_totals_and_who_is_left_out_are_shown(self, office):
        for name in ("an", "binh"):
            office.assign(name, "vb", 1, done=1)
        office.rate("an")
        client = signed_in(office.accounts["head"])
        do = reverse("unit_month_do", args=[office.unit.pk, "accept"])
        client.post(do, {"period": "month-2026-10"})
        address = reverse("unit_month_closing", args=[office.unit.pk]) + "?period=month-2026-10"
        text, _ = page(office.accounts["head"], address)
        will, wont = text.partition("Chưa chốt được")[::2]
        assert office.people["an"].full_name in will and "100,00" in will
        assert office.people["binh"].full_name in wont
        assert office.assessment("an").total is None

    def test_weeks_that_are_over_are_confirmed_in_one_press(self, office):
        client = signed_in(office.accounts["head"])
        do = reverse("unit_month_do", args=[office.unit.pk, "week"])
        days = ["2026-10-05", "2026-10-12", "2026-10-19"]
        client.post(do, {"period": "month-2026-10", "monday": days})
        assert WeekCount.objects.filter(unit=office.unit).count() == 3

    def test_the_heads_own_line_says_who_scores_it(self, office):
        text, _ = page(office.accounts["head"], self.url(office))
        assert "do cấp trên chấm" in text

    def test_a_leader_scores_heads_from_the_unit_above(self, office):
        text, _ = page(
            office.accounts["leader"],
            reverse("unit_month", args=[office.unit.parent_id]) + "?period=month-2026-10",
        )
        assert "Vũ Thị Ước" in text and "Lê Văn An" not in text

    @pytest.mark.parametrize("period", ["month-2026-13", "week-2026-1", "rubbish", "month-x-1", ""])
    def test_a_strange_period_is_the_present_one(self, office, period):
        text, _ = page(
            office.accounts["head"],
            reverse("unit_month", args=[office.unit.pk]) + f"?period={period}",
        )
        assert "tháng 11/2026" in text


class TestBoard:
    def test_open_sheets_by_what_they_secured_closed_ones_by_their_points(self, office):
        """An: 1 of 2 finished, 35.00 without general points; Bình closed with 100."""
        office.assign("an", "vb", 2, done=1)
        office.assign("binh", "vb", 1, done=1)
        Assessment.objects.filter(pk=office.assessment("head").pk).update(
            dropped_at="2026-10-01T00:00:00Z"
        )
        office.confirm("binh")
        office.close("binh")
        count_standing()
        client = signed_in(office.accounts["head"])
        row = next(
            one
            for one in client.get(reverse("month_board") + "?period=month-2026-10")
            .context["units"]
            .data
            if one["unit"] == office.unit.pk
        )
        assert (row["closed"], row["people"], row["mean"], row["standing"]) == (
            1,
            2,
            Decimal(100),
            Decimal(35),
        )

    @pytest.mark.parametrize(
        ("on", "shown"), [("2026-10-20", "tháng 10/2026"), ("2026-11-02", "tháng 10/2026")]
    )
    def test_it_opens_on_the_month_whose_scores_are_awaited(self, office, monkeypatch, on, shown):
        monkeypatch.setenv("THENCHOT_TODAY", on)
        assert shown in page(office.accounts["head"], reverse("month_board"))[0].lower()

    def test_it_opens_on_the_running_month_when_no_score_is_awaited(self, office, monkeypatch):
        monkeypatch.setenv("THENCHOT_TODAY", "2026-11-02")
        Assessment.objects.update(dropped_at="2026-10-31T00:00:00Z")
        text = page(office.accounts["head"], reverse("month_board"))[0].lower()
        assert "tháng 11/2026" in text


class TestOwnMonth:
    def test_two_figures_and_no_band_before_the_end(self, office, monkeypatch):
        monkeypatch.setenv("THENCHOT_TODAY", "2026-10-20")
        office.assign("an", "vb", 1, done=1)
        office.assign("an", "bc", 2, due=date(2026, 10, 30))
        office.rate("an")
        text, _ = page(office.accounts["an"], reverse("my_month"))
        assert "47,50" in text  # secured: 1 of 4 converted, 17.50 + 30
        assert "100,00" in text  # still reachable
        assert "Hoàn thành tốt" not in text and "Hoàn thành xuất sắc" not in text

    def test_overdue_work_can_still_be_done_but_late(self, office, monkeypatch):
        """Everything done, one piece of four late: c = 0.75 + 0.1875…: (1 + 1 + 0.9375) / 3 x 70 +
        30.
        """
        monkeypatch.setenv("THENCHOT_TODAY", "2026-10-20")
        office.assign("an", "vb", 3)
        office.assign("an", "vb", 1, due=date(2026, 10, 10))
        office.rate("an")
        text, _ = page(office.accounts["an"], reverse("my_month"))
        assert "98,54" in text

    def test_a_line_costs_what_many_cost(self, office):
        office.assign("an", "vb", 1, done=1)
        _, one = page(office.accounts["an"], reverse("my_month"))
        for _number in range(25):
            office.assign("an", "bc", 2, done=1)
        _, many = page(office.accounts["an"], reverse("my_month"))
        assert many <= one <= 15

    def test_a_sheet_without_work_says_why_there_is_no_figure(self, office, monkeypatch):
        monkeypatch.setenv("THENCHOT_TODAY", "2026-10-20")
        text, _ = page(office.accounts["an"], reverse("my_month"))
        assert "Chưa tính được điểm" in text
        office.assign("an", "vb", 1, done=1)
        text, _ = page(office.accounts["an"], reverse("my_month"))
        assert "Chưa tính được điểm" not in text and "Mức chỉ được xác định khi hết kỳ" in text

    def test_sudden_work_by_its_code(self, office, monkeypatch):
        client = signed_in(office.accounts["an"])
        url = reverse("work_new", args=[office.assessment("an").pk])
        said = {
            "product": "BC Sản phẩm bc",
            "quantity": "1,5",
            "origin": "sudden",
            "mode": "direct",
            "done_on": "2026-10-15",
            "name": "",
        }
        assert client.post(url, said).status_code == 302
        work = Work.objects.get()
        assert (work.code, work.added, work.factor) == ("BC", Decimal("1.5"), Decimal("1.5"))

    def test_a_code_that_is_in_no_catalogue(self, office):
        client = signed_in(office.accounts["an"])
        said = {
            "product": "ZZ.99",
            "quantity": "1",
            "origin": "sudden",
            "mode": "direct",
            "done_on": "2026-10-15",
        }
        answer = client.post(reverse("work_new", args=[office.assessment("an").pk]), said)
        assert answer.status_code == 200 and "không có mã này" in answer.content.decode()
        assert not Work.objects.exists()

    def test_without_a_sheet_the_page_says_why(self, office):
        text, _ = page(office.world.account("clerk", office.world.ward), reverse("my_month"))
        assert "Chưa có phiếu" in text

    def test_points_and_sending_in_one_form(self, office):
        client, assessment = signed_in(office.accounts["an"]), office.assessment("an")
        points = {
            f"p_{code}": "2,5"
            for code in ("II_1", "II_2", "II_3", "II_4", "III_1", "III_2", "III_3", "III_4")
        } | {"p_I_1": "5", "p_I_2": "4,5"}
        assert (
            client.post(
                reverse("assessment_rate", args=[assessment.pk]), points | {"send": "1"}
            ).status_code
            == 302
        )
        assessment.refresh_from_db()
        assert (assessment.state, assessment.general_self["I.2"]) == ("submitted", "4.5")

    def test_a_closed_sheet_shows_its_receipt_and_no_forms(self, office):
        office.assign("an", "vb", 1, done=1)
        office.confirm("an")
        office.close("an")
        text, _ = page(office.accounts["an"], reverse("my_month"))
        assert (
            "Hoàn thành xuất sắc" in text and "Việc phát sinh" not in text and "Điều 14.2.a" in text
        )


class TestOneSheet:
    def test_reading_somebody_elses_sheet_is_logged(self, office):
        before = Read.objects.count()
        page(
            office.accounts["head"], reverse("assessment_detail", args=[office.assessment("an").pk])
        )
        assert Read.objects.count() > before

    def test_converting_by_code(self, office):
        work = self_reporting.add_work(
            office.actor("an"),
            assessment_id=office.assessment("an").pk,
            name="Việc lạ",
            done_on=DAY,
        )
        client = signed_in(office.accounts["head"])
        assert (
            client.post(reverse("work_convert", args=[work.pk]), {"product": "da"}).status_code
            == 302
        )
        work.refresh_from_db()
        assert (work.code, work.factor) == ("DA", Decimal(4))

    def test_points_of_a_head_with_between(self, office):
        assessment = office.assessment("head")
        client = signed_in(office.accounts["leader"])
        points = {
            f"p_{code}": "2.5"
            for code in ("II_1", "II_2", "II_3", "II_4", "III_1", "III_2", "III_3", "III_4")
        } | {"p_I_1": "5", "p_I_2": "5"}
        said = points | {"organising": "between", "organising_percent": "80", "unity": "united"}
        assert (
            client.post(reverse("assessment_points", args=[assessment.pk]), said).status_code == 302
        )
        assessment.refresh_from_db()
        assert assessment.leading["organising_percent"] == "80"

    def test_lowering_points_asks_once_more_with_both_values(self, office):
        assessment = office.assessment("an")
        most = {code: str(n) for code, n in policy_of(assessment).general_criteria}
        Assessment.objects.filter(pk=assessment.pk).update(general_self=most)
        client, address = (
            signed_in(office.accounts["head"]),
            reverse("assessment_points", args=[assessment.pk]),
        )
        said = {field_of(code): n for code, n in most.items()} | {"p_I_1": "3"}
        asked = client.post(address, said)
        page = asked.content.decode()
        assert asked.status_code == 200 and "I.1: 5 → 3" in page
        seen = re.search(r'name="seen" value="([^"]+)"', page)[1]
        assert not Assessment.objects.get(pk=assessment.pk).general
        other = client.post(address, said | {"seen": seen, "p_I_2": "4"})
        assert other.status_code == 200 and "I.2: 5 → 4" in other.content.decode()
        assert client.post(address, said | {"seen": seen}).status_code == 302
        assert Assessment.objects.get(pk=assessment.pk).general["I.1"] == "3"

    def test_points_as_given_are_taken_at_once(self, office):
        assessment = office.assessment("an")
        most = {code: str(n) for code, n in policy_of(assessment).general_criteria}
        Assessment.objects.filter(pk=assessment.pk).update(general_self=most)
        said = {field_of(code): n for code, n in most.items()}
        address = reverse("assessment_points", args=[assessment.pk])
        assert signed_in(office.accounts["head"]).post(address, said).status_code == 302


def test_weeks_of_a_closed_month_ask_for_nothing(office):
    head, address = (
        signed_in(office.accounts["head"]),
        reverse("unit_month", args=[office.unit.pk]) + "?period=month-2026-10",
    )
    assert f"/months/units/{office.unit.pk}/week/" in head.get(address).content.decode()
    Assessment.objects.filter(unit=office.unit).update(
        state="closed", closed_at=now(), result={"receipt": [], "remarks": []}
    )
    text = head.get(address).content.decode()
    assert f"/months/units/{office.unit.pk}/week/" not in text and "chưa xác nhận" in text
